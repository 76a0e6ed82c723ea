import type { Actor } from "@onethread/core";
import { type AgentSettings, agentSettingsOf } from "@onethread/core/api";
import { type Database, forWorkspace, prepared } from "../client/index.ts";

/** What the asking agent has chosen for themselves; the defaults for an API key. */
export async function readAgentSettings(database: Database, actor: Actor): Promise<AgentSettings> {
  const { rows } = await forWorkspace(database, actor.workspaceId, (tx) =>
    tx.query<{ settings: Record<string, unknown> }>(
      prepared("SELECT settings FROM agent_settings WHERE workspace_id = $1 AND agent_id = $2", [
        actor.workspaceId,
        actor.kind === "agent" ? actor.agentId : null,
      ]),
    ),
  );
  return agentSettingsOf(rows[0]?.settings ?? {});
}
