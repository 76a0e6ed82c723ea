import { type Actor, fail, ok, type Result, toTypeId } from "@onethread/core";
import type { BulkChange } from "@onethread/core/api";
import { forWorkspace } from "@onethread/db/client";
import { countOutcomes, findBulkChange, listSkipped } from "@onethread/db/write";
import { allow, type Context } from "./context.ts";

/** How far a change of many conversations is, and what it skipped. `id`: UUID. */
export async function readBulkChange(context: Context, actor: Actor, id: string): Promise<Result<BulkChange>> {
  const refused = allow(actor, "read");
  if (refused) return refused;
  return forWorkspace(context.database, actor.workspaceId, async (tx) => {
    const bulk = await findBulkChange(tx, actor.workspaceId, id);
    if (!bulk) return fail("not_found", "There is no such change.");
    const outcomes = await countOutcomes(tx, actor.workspaceId, id);
    const skipped = await listSkipped(tx, actor.workspaceId, id);
    return ok({
      id: toTypeId("bulkChange", bulk.id),
      state: bulk.state,
      by: bulk.byName,
      total: Object.values(outcomes).reduce((sum, count) => sum + count, 0),
      outcomes,
      startedAt: bulk.startedAt.toISOString(),
      finishedAt: bulk.finishedAt?.toISOString() ?? null,
      skipped: skipped.map(({ conversationId, customerName, reason }) => ({
        conversationId: toTypeId("conversation", conversationId),
        customerName,
        reason: reason as BulkChange["skipped"][number]["reason"],
      })),
    });
  });
}
