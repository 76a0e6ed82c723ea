import { type Actor, fail, type Result } from "@onethread/core";
import { agentSettingsOf } from "@onethread/core/api";
import { forWorkspace, prepared } from "@onethread/db/client";
import { allow, type Context, settled } from "./context.ts";
import { findConversation } from "./conversation/find-conversation.ts";

/**
 * Whether an agent may be seen at a conversation: it is there, and they show where they are. Reads two rows by their
 * keys and writes nothing: it is asked every ten seconds by every open screen.
 */
export async function bePresent(context: Context, actor: Actor, conversationId: string): Promise<Result<{ agentId: string; shown: boolean }>> {
  const refused = allow(actor, "read");
  if (refused) return refused;
  if (actor.kind !== "agent") return fail("forbidden", "Only an agent can be at a conversation.");
  const { workspaceId, agentId } = actor;
  return settled(() =>
    forWorkspace(context.database, workspaceId, async (tx) => {
      const [, { rows }] = await Promise.all([
        findConversation(tx, workspaceId, conversationId),
        tx.query<{ settings: Record<string, unknown> }>(
          prepared("SELECT settings FROM agent_settings WHERE workspace_id = $1 AND agent_id = $2", [workspaceId, agentId]),
        ),
      ]);
      return { agentId, shown: agentSettingsOf(rows[0]?.settings ?? {}).showPresence };
    }),
  );
}
