import { type Actor, fail, ok, type Result } from "@onethread/core";
import type { Merge } from "@onethread/core/api";
import { forWorkspace, newId, type Tx } from "@onethread/db/client";
import { readMerge } from "@onethread/db/read";
import { lockCustomers, lockNames, type MergeToUndo, undoMergeRows } from "@onethread/db/write";
import { allow, type Context, refuse, settled } from "./context.ts";
import { writeEvent } from "./conversation/compose-item.ts";
import { authorOf } from "./conversation/conversation-lock.ts";

/** Takes a merge back, whenever and in whatever order. The two are never joined by evidence again. `id`: UUID. */
export async function undoMerge(context: Context, actor: Actor, id: string): Promise<Result<Merge>> {
  const refused = allow(actor, "undo_merge");
  if (refused) return refused;
  const { workspaceId } = actor;
  const now = context.now();
  const done = await settled(() =>
    forWorkspace(context.database, workspaceId, async (tx) => {
      const merge = await findMerge(tx, workspaceId, id);
      const holderId = await lockHolder(tx, workspaceId, merge);
      const [holderConversation, ownConversation] = await undoMergeRows(tx, merge, holderId, now, authorOf(actor).name, newId);
      for (const conversationId of [holderConversation, ownConversation]) {
        if (conversationId) await writeEvent(tx, actor, { workspaceId, conversationId, caseId: null, at: now }, "merge_undone", { mergeId: id });
      }
      return { ids: [holderConversation, ownConversation].filter((one) => one !== undefined), customers: [holderId, merge.mergedId] };
    }),
  );
  if (!done.ok) return done;
  await context.realtime.publish([
    { workspaceId, kind: "conversation", ids: done.value.ids },
    { workspaceId, kind: "customer", ids: done.value.customers },
  ]);
  const written = await forWorkspace(context.database, workspaceId, (tx) => readMerge(tx, workspaceId, id));
  return written ? ok(written) : fail("not_found", "There is no such merge.");
}

async function findMerge(tx: Tx, workspaceId: string, id: string): Promise<MergeToUndo> {
  const { rows } = await tx.query<MergeToUndo & { undoneAt: Date | null }>(
    `SELECT id, workspace_id AS "workspaceId", survivor_id AS "survivorId", merged_id AS "mergedId", moved_identity_ids AS "movedIdentityIds",
       moved_home_ids AS "movedHomeIds", closed_case_id AS "closedCaseId", merged_state AS "mergedState", undone_at AS "undoneAt"
     FROM merges WHERE workspace_id = $1 AND id = $2 FOR UPDATE`,
    [workspaceId, id],
  );
  const row = rows[0] ?? refuse("not_found", "There is no such merge.");
  if (row.undoneAt) refuse("already_undone", "This merge is undone already.");
  return row;
}

/** Where the survivor stands now: itself, or whoever it was merged into since. */
async function lockHolder(tx: Tx, workspaceId: string, merge: MergeToUndo): Promise<string> {
  const holder = async () => {
    const { rows } = await tx.query<{ id: string }>("SELECT coalesce(merged_into, id) AS id FROM customers WHERE workspace_id = $1 AND id = $2", [
      workspaceId,
      merge.survivorId,
    ]);
    return rows[0]?.id ?? merge.survivorId;
  };
  const before = await holder();
  const { rows: names } = await tx.query<{ name: string }>(
    `SELECT workspace_id || '/' || kind || '|' || scope || '|' || value AS name FROM identities WHERE workspace_id = $1 AND customer_id = ANY($2::uuid[])`,
    [workspaceId, [before, merge.mergedId]],
  );
  await lockNames(
    tx,
    names.map((row) => row.name),
  );
  await lockCustomers(tx, [before, merge.mergedId]);
  if ((await holder()) !== before) refuse("conversation_changed", "The customer was merged with somebody else this very moment. Try again.");
  return before;
}
