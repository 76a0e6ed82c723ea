import { type Actor, fail, ok, type Result, toTypeId } from "@onethread/core";
import { agentSettingsOf } from "@onethread/core/api";
import { forWorkspace, prepared } from "@onethread/db/client";
import { allow, type Context } from "./context.ts";

/**
 * Whether an agent may be seen at a conversation: it is there, and they show where they are. Reads two rows by their
 * keys and writes nothing: it is asked every ten seconds by every open screen.
 */
export async function bePresent(context: Context, actor: Actor, conversationId: string): Promise<Result<{ agentId: string; shown: boolean }>> {
  const refused = allow(actor, "read");
  if (refused) return refused;
  if (actor.kind !== "agent") return fail("forbidden", "Only an agent can be at a conversation.");
  const { rows } = await forWorkspace(context.database, actor.workspaceId, (tx) =>
    tx.query<{ survivorId: string | null; settings: Record<string, unknown> | null }>(
      prepared(
        `SELECT s.id AS "survivorId", o.settings FROM conversations v
         JOIN customers c ON c.workspace_id = v.workspace_id AND c.id = v.customer_id
         LEFT JOIN conversations s ON s.workspace_id = v.workspace_id AND s.customer_id = c.merged_into
         LEFT JOIN agent_settings o ON o.workspace_id = v.workspace_id AND o.agent_id = $3
         WHERE v.workspace_id = $1 AND v.id = $2`,
        [actor.workspaceId, conversationId, actor.agentId],
      ),
    ),
  );
  const row = rows[0];
  if (!row) return fail("not_found", "There is no such conversation.");
  if (row.survivorId) return fail("moved", "The customer was merged with another.", { extra: { movedTo: toTypeId("conversation", row.survivorId) } });
  return ok({ agentId: actor.agentId, shown: agentSettingsOf(row.settings ?? {}).showPresence });
}
