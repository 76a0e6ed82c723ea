import type { Actor, Result } from "@onethread/core";
import type { BulkChange } from "@onethread/core/api";
import { forWorkspace } from "@onethread/db/client";
import { findBulkChange, setBulkState } from "@onethread/db/write";
import { allow, type Context, refuse, settled } from "./context.ts";
import { readBulkChange } from "./read-bulk-change.ts";

/** After this long nobody remembers what they take back. Milliseconds. */
const undoableFor = 3_600_000;

/**
 * Begins to take a change of many conversations back, also one that is still under way. Only whoever asked for it may;
 * what somebody has changed since stays as it is. `id`: UUID.
 */
export async function undoBulkChange(context: Context, actor: Actor, id: string): Promise<Result<BulkChange>> {
  const refused = allow(actor, "work_cases");
  if (refused) return refused;
  const { workspaceId } = actor;
  const done = await settled(() =>
    forWorkspace(context.database, workspaceId, async (tx) => {
      const bulk = await findBulkChange(tx, workspaceId, id, "FOR UPDATE");
      if (!bulk) return refuse("not_found", "There is no such change.");
      const mine = actor.kind === "agent" ? bulk.agentId === actor.agentId : actor.kind === "api_key" ? bulk.apiKeyId === actor.keyId : true;
      if (!mine) refuse("forbidden", "Only whoever asked for this change may take it back.");
      if (bulk.state === "undoing" || bulk.state === "undone") refuse("already_undone", "This change is taken back already.");
      if (context.now().getTime() - bulk.startedAt.getTime() > undoableFor) refuse("not_retryable", "This change is too old to be taken back.");
      await setBulkState(tx, workspaceId, id, "undoing", context.now());
    }),
  );
  if (!done.ok) return done;
  await context.jobs.enqueue("conversations.change", { workspaceId, bulkChangeId: id });
  return readBulkChange(context, actor, id);
}
