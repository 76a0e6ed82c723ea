import { type Actor, type MacroAction, toTypeId } from "@onethread/core";
import { type Database, forWorkspace } from "../client/index.ts";

export type MacroRow = {
  id: string;
  agent_id: string | null;
  name: string;
  actions: MacroAction[];
  uses: number;
  used_at: Date | null;
  updated_at: Date;
};

export const shownMacro = (row: MacroRow) => ({
  id: toTypeId("macro", row.id),
  own: row.agent_id !== null,
  name: row.name,
  actions: row.actions,
  uses: row.uses,
  usedAt: row.used_at?.toISOString() ?? null,
  updatedAt: row.updated_at.toISOString(),
});

/** Everybody's and the asking agent's own, by name. */
export async function readMacros(database: Database, actor: Actor) {
  const { rows } = await forWorkspace(database, actor.workspaceId, (tx) =>
    tx.query<MacroRow>("SELECT * FROM macros WHERE workspace_id = $1 AND (agent_id IS NULL OR agent_id = $2) ORDER BY name, agent_id", [
      actor.workspaceId,
      actor.kind === "agent" ? actor.agentId : null,
    ]),
  );
  return rows.map(shownMacro);
}
