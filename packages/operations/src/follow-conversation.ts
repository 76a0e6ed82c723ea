import { type Actor, fail, type Result } from "@onethread/core";
import type { Conversation } from "@onethread/core/api";
import { forWorkspace, type Tx } from "@onethread/db/client";
import { readConversation } from "@onethread/db/read";
import { addFollower, dropFollower } from "@onethread/db/write";
import { allow, type Context, settled } from "./context.ts";
import { findConversation } from "./conversation/find-conversation.ts";

/** The asking agent is told from now on what happens in a conversation, whoever has it. Doing it twice changes nothing. `id`: UUID. */
export const followConversation = (context: Context, actor: Actor, id: string): Promise<Result<Conversation>> =>
  change(context, actor, id, (tx, agentId) => addFollower(tx, { workspaceId: actor.workspaceId, conversationId: id, at: context.now() }, agentId));

/** They are not any more, until a note mentions them again. `id`: UUID. */
export const unfollowConversation = (context: Context, actor: Actor, id: string): Promise<Result<Conversation>> =>
  change(context, actor, id, (tx, agentId) => dropFollower(tx, actor.workspaceId, id, agentId));

async function change(
  context: Context,
  actor: Actor,
  id: string,
  work: (tx: Tx, agentId: string) => Promise<boolean>,
): Promise<Result<Conversation>> {
  const refused = allow(actor, "read");
  if (refused) return refused;
  if (actor.kind !== "agent") return fail("invalid_request", "Only an agent can follow a conversation: a key is told nothing.");
  const done = await settled(() =>
    forWorkspace(context.database, actor.workspaceId, async (tx) => {
      await findConversation(tx, actor.workspaceId, id);
      return work(tx, actor.agentId);
    }),
  );
  if (!done.ok) return done;
  if (done.value) await context.realtime.publish([{ workspaceId: actor.workspaceId, kind: "conversation", ids: [id], conversationId: id }]);
  return readConversation(context.database, actor, id);
}
