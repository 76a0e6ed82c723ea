import { type Actor, fail, ok, type Result } from "@onethread/core";
import { mostPinned, type TimelineItem } from "@onethread/core/api";
import { forWorkspace, type Tx } from "@onethread/db/client";
import { readItem } from "@onethread/db/read";
import { allow, type Context, refuse, settled } from "./context.ts";
import { authorOf, lockConversation } from "./conversation/conversation-lock.ts";

const none = "There is no such item.";

/** Puts a message or a note to the top of its conversation. What is pinned already keeps who did it, and when. `id`: UUID. */
export const pinItem = (context: Context, actor: Actor, id: string): Promise<Result<TimelineItem>> =>
  change(context, actor, id, async (tx, item) => {
    if (item.type === "event" || item.deleted) refuse("invalid_request", "Only messages and notes that still say something can be pinned.");
    const { rows } = await tx.query<{ id: string }>(
      "SELECT id FROM items WHERE workspace_id = $1 AND conversation_id = $2 AND pinned_at IS NOT NULL",
      [actor.workspaceId, item.conversationId],
    );
    if (rows.some((row) => row.id === id)) return;
    if (rows.length >= mostPinned) refuse("too_many_pinned", `A conversation has at most ${mostPinned} pinned items. Unpin one first.`);
    await tx.query("UPDATE items SET pinned_at = $3, pinned_by = $4 WHERE workspace_id = $1 AND id = $2", [
      actor.workspaceId,
      id,
      context.now(),
      JSON.stringify(authorOf(actor)),
    ]);
  });

/** Takes it from there. `id`: UUID. */
export const unpinItem = (context: Context, actor: Actor, id: string): Promise<Result<TimelineItem>> =>
  change(context, actor, id, async (tx) => {
    await tx.query("UPDATE items SET pinned_at = NULL, pinned_by = NULL WHERE workspace_id = $1 AND id = $2", [actor.workspaceId, id]);
  });

type Found = { conversationId: string; type: TimelineItem["type"]; deleted: boolean };

async function change(context: Context, actor: Actor, id: string, work: (tx: Tx, item: Found) => Promise<void>): Promise<Result<TimelineItem>> {
  const refused = allow(actor, "work_cases");
  if (refused) return refused;
  const done = await settled(() =>
    forWorkspace(context.database, actor.workspaceId, async (tx) => {
      const { rows } = await tx.query<Found>(
        'SELECT conversation_id AS "conversationId", type, deleted_at IS NOT NULL AS deleted FROM items WHERE workspace_id = $1 AND id = $2',
        [actor.workspaceId, id],
      );
      const item = rows[0] ?? refuse("not_found", none);
      // So that two at once cannot both be the last one there is room for.
      await lockConversation(tx, actor.workspaceId, item.conversationId);
      await work(tx, item);
      return item;
    }),
  );
  if (!done.ok) return done;
  const { type, conversationId } = done.value;
  await context.realtime.publish([{ workspaceId: actor.workspaceId, kind: type, ids: [id], conversationId }]);
  const item = await readItem(context.database, actor, id);
  return item ? ok(item) : fail("not_found", none);
}
