import { type Actor, fail, ok, type Result } from "@onethread/core";
import { type AgentSettings, agentSettingsOf } from "@onethread/core/api";
import { forWorkspace } from "@onethread/db/client";
import { allow, type Context } from "./context.ts";

type Change = { [name in keyof AgentSettings]?: AgentSettings[name] | undefined };

/** Changes what an agent has chosen for themselves: the settings that are named, and no others. */
export async function updateAgentSettings(context: Context, actor: Actor, change: Change): Promise<Result<AgentSettings>> {
  const refused = allow(actor, "read");
  if (refused) return refused;
  if (actor.kind !== "agent") return fail("forbidden", "Only an agent has settings of their own.");
  const { rows } = await forWorkspace(context.database, actor.workspaceId, (tx) =>
    tx.query<{ settings: Record<string, unknown> }>(
      `INSERT INTO agent_settings (workspace_id, agent_id, settings) VALUES ($1, $2, $3)
       ON CONFLICT (workspace_id, agent_id) DO UPDATE SET settings = agent_settings.settings || excluded.settings, updated_at = now() RETURNING settings`,
      [actor.workspaceId, actor.agentId, JSON.stringify(change)],
    ),
  );
  await context.realtime.publish([{ workspaceId: actor.workspaceId, kind: "agent_settings", ids: [actor.agentId] }]);
  return ok(agentSettingsOf(rows[0]?.settings ?? {}));
}
