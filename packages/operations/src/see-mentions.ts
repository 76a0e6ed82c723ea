import { type Actor, ok, type Result } from "@onethread/core";
import { forWorkspace } from "@onethread/db/client";
import { markMentionsSeen } from "@onethread/db/write";
import { allow, type Context, settled } from "./context.ts";
import { findConversation } from "./conversation/find-conversation.ts";

/** The asking agent has seen what mentions them in a conversation, up to an item. What came in after it stays new. UUIDs. */
export async function seeMentions(context: Context, actor: Actor, conversationId: string, upToId: string): Promise<Result<null>> {
  const refused = allow(actor, "read");
  if (refused) return refused;
  // Nobody mentions a key.
  if (actor.kind !== "agent") return ok(null);
  const { workspaceId, agentId } = actor;
  const done = await settled(() =>
    forWorkspace(context.database, workspaceId, async (tx) => {
      await findConversation(tx, workspaceId, conversationId);
      return markMentionsSeen(tx, { workspaceId, conversationId, agentId }, upToId, context.now());
    }),
  );
  if (!done.ok) return done;
  if (done.value) await context.realtime.publish([{ workspaceId, kind: "conversation", ids: [conversationId], conversationId, agentId }]);
  return ok(null);
}
