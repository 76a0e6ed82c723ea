import { type Actor, ok, type Result } from "@onethread/core";
import { forWorkspace } from "@onethread/db/client";
import { allow, type Context, refuse, settled } from "./context.ts";
import { lockConversation } from "./conversation/conversation-lock.ts";

/** The team has read a conversation up to an item (UUID): what came in after it stays unread. */
export async function markRead(context: Context, actor: Actor, conversationId: string, upToId: string): Promise<Result<{ unread: number }>> {
  const refused = allow(actor, "work_cases");
  if (refused) return refused;
  const done = await settled(() =>
    forWorkspace(context.database, actor.workspaceId, async (tx) => {
      await lockConversation(tx, actor.workspaceId, conversationId);
      // Counted by order of arrival: a late message takes an earlier place on the timeline but nobody has seen it.
      const { rows } = await tx.query<{ unread: number; before: number }>(
        `UPDATE conversations v SET unread = (SELECT count(*)::int FROM items n WHERE n.workspace_id = $1 AND n.conversation_id = $2 AND n.waits = 1 AND n.seq > s.seq)
         FROM items s, conversations old
         WHERE v.workspace_id = $1 AND v.id = $2 AND s.workspace_id = $1 AND s.id = $3 AND s.conversation_id = $2 AND old.workspace_id = $1 AND old.id = $2
         RETURNING v.unread, old.unread AS before`,
        [actor.workspaceId, conversationId, upToId],
      );
      const row = rows[0];
      return (
        row ??
        refuse("invalid_request", "There is no such item in this conversation.", {
          errors: [{ pointer: "/upToId", detail: "is not an item of this conversation" }],
        })
      );
    }),
  );
  if (!done.ok) return done;
  const { unread, before } = done.value;
  if (unread !== before)
    await context.realtime.publish([{ workspaceId: actor.workspaceId, kind: "conversation", ids: [conversationId], conversationId }]);
  return ok({ unread });
}
