import { type Actor, ok, type Result, toTypeId } from "@onethread/core";
import { forWorkspace } from "@onethread/db/client";
import { allow, type Context, settled } from "./context.ts";
import { lockConversation } from "./conversation/conversation-lock.ts";

/** Tells colleagues that somebody is writing a reply. Lives only as news: nothing is stored. */
export async function announceTyping(context: Context, actor: Actor, conversationId: string): Promise<Result<null>> {
  const refused = allow(actor, "reply");
  if (refused) return refused;
  const found = await settled(() =>
    forWorkspace(context.database, actor.workspaceId, (tx) => lockConversation(tx, actor.workspaceId, conversationId)),
  );
  if (!found.ok) return found;
  const who = actor.kind === "agent" ? [toTypeId("agent", actor.agentId)] : [];
  await context.realtime.publish([{ workspaceId: actor.workspaceId, kind: "typing", ids: who, conversationId }]);
  return ok(null);
}
