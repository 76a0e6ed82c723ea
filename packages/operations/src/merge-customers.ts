import { type Actor, fail, ok, type Result } from "@onethread/core";
import type { Merge } from "@onethread/core/api";
import { forWorkspace, newId, type Tx } from "@onethread/db/client";
import { readMerge } from "@onethread/db/read";
import { lockCustomers, lockNames, mergeRows } from "@onethread/db/write";
import { allow, type Context, refuse, settled } from "./context.ts";
import { writeEvent } from "./conversation/compose-item.ts";
import { authorOf } from "./conversation/conversation-lock.ts";

/**
 * A person says that two customers are one. `survivorId` stays; `otherId` leads to it from now on. UUIDs. `name`: whose name
 * is shown from now on; `otherAttributes`: those whose value is the other's. Undoable.
 */
export async function mergeCustomers(
  context: Context,
  actor: Actor,
  merge: {
    survivorId: string;
    otherId: string;
    reason?: string | undefined;
    name?: "own" | "other" | undefined;
    otherAttributes?: readonly string[] | undefined;
  },
): Promise<Result<Merge>> {
  const refused = allow(actor, "merge_customers");
  if (refused) return refused;
  const id = newId();
  const { workspaceId } = actor;
  const now = context.now();
  const done = await settled(() =>
    forWorkspace(context.database, workspaceId, async (tx) => {
      await lockForMerge(tx, workspaceId, [merge.survivorId, merge.otherId]);
      const names = await customerNames(tx, workspaceId, [merge.survivorId, merge.otherId]);
      const joined = await mergeRows(tx, {
        id,
        workspaceId,
        survivorId: merge.survivorId,
        mergedId: merge.otherId,
        by: authorOf(actor),
        reason: merge.reason ?? null,
        evidence: [{ kind: "person", detail: "" }],
        taken: { name: merge.name, otherAttributes: merge.otherAttributes ?? [] },
        at: now,
      });
      // A person who joins two that were once kept apart has changed their mind.
      await tx.query("DELETE FROM never_pairs WHERE workspace_id = $1 AND customer_a = ANY($2::uuid[]) AND customer_b = ANY($2::uuid[])", [
        workspaceId,
        [merge.survivorId, merge.otherId],
      ]);
      await writeEvent(tx, actor, { workspaceId, conversationId: joined.conversationId, caseId: null, at: now }, "customers_merged", {
        mergeId: id,
        survivor: names.get(merge.survivorId) ?? null,
        merged: names.get(merge.otherId) ?? null,
      });
      return joined;
    }),
  );
  if (!done.ok) return done;
  const { conversationId, mergedConversationId } = done.value;
  await context.realtime.publish([
    { workspaceId, kind: "conversation", ids: [conversationId, mergedConversationId], conversationId },
    { workspaceId, kind: "customer", ids: [merge.survivorId, merge.otherId] },
  ]);
  const written = await forWorkspace(context.database, workspaceId, (tx) => readMerge(tx, workspaceId, id));
  return written ? ok(written) : fail("not_found", "The merge is gone.");
}

/** Keeps drains and other merges off these customers and their identities; refuses unknown and merged-away ones. */
async function lockForMerge(tx: Tx, workspaceId: string, ids: [string, string]): Promise<void> {
  if (ids[0] === ids[1]) refuse("same_customer", "A customer can't be merged with itself.");
  const { rows: names } = await tx.query<{ name: string }>(
    `SELECT workspace_id || '/' || kind || '|' || scope || '|' || value AS name FROM identities WHERE workspace_id = $1 AND customer_id = ANY($2::uuid[])`,
    [workspaceId, ids],
  );
  await lockNames(
    tx,
    names.map((row) => row.name),
  );
  await lockCustomers(tx, ids);
  const { rows } = await tx.query<{ id: string; merged_into: string | null }>(
    "SELECT id, merged_into FROM customers WHERE workspace_id = $1 AND id = ANY($2::uuid[])",
    [workspaceId, ids],
  );
  if (rows.length < 2)
    refuse("not_found", "There is no such customer.", { errors: [{ pointer: "/other", detail: "is not a customer of this workspace" }] });
  const [first, second] = ids.map((id) => rows.find((row) => row.id === id)?.merged_into);
  if (first === ids[1] || second === ids[0] || (first && first === second)) refuse("same_customer", "Both are the same customer already.");
  if (first || second) refuse("conversation_changed", "One of the two was merged with somebody else meanwhile. Look again.");
}

async function customerNames(tx: Tx, workspaceId: string, ids: string[]): Promise<Map<string, string | null>> {
  const { rows } = await tx.query<{ id: string; name: string | null }>(
    "SELECT id, name FROM customers WHERE workspace_id = $1 AND id = ANY($2::uuid[])",
    [workspaceId, ids],
  );
  return new Map(rows.map((row) => [row.id, row.name]));
}
