import { type Actor, toTypeId } from "@onethread/core";
import type { SavedView } from "@onethread/core/api";
import { type Database, forWorkspace } from "../client/index.ts";

export type SavedViewRow = {
  id: string;
  agent_id: string | null;
  name: string;
  filter: SavedView["filter"];
  sort: SavedView["sort"];
  position: number;
  updated_at: Date;
};

export const shownSavedView = (row: SavedViewRow): SavedView => ({
  id: toTypeId("savedView", row.id),
  own: row.agent_id !== null,
  name: row.name,
  filter: row.filter,
  sort: row.sort,
  position: row.position,
  updatedAt: row.updated_at.toISOString(),
});

/** Everybody's and the asking agent's own, in the order their owners gave them. */
export async function readSavedViews(database: Database, actor: Actor): Promise<SavedView[]> {
  const { rows } = await forWorkspace(database, actor.workspaceId, (tx) =>
    tx.query<SavedViewRow>(
      "SELECT * FROM saved_views WHERE workspace_id = $1 AND (agent_id IS NULL OR agent_id = $2) ORDER BY agent_id NULLS FIRST, position, id",
      [actor.workspaceId, actor.kind === "agent" ? actor.agentId : null],
    ),
  );
  return rows.map(shownSavedView);
}
