import { type Actor, toTypeId } from "@onethread/core";
import { type Database, forWorkspace } from "../client/index.ts";

export type CannedReplyRow = {
  id: string;
  agent_id: string | null;
  shortcut: string;
  title: string;
  body: string;
  uses: number;
  used_at: Date | null;
  updated_at: Date;
};

export const shownCannedReply = (row: CannedReplyRow) => ({
  id: toTypeId("cannedReply", row.id),
  own: row.agent_id !== null,
  shortcut: row.shortcut,
  title: row.title,
  body: row.body,
  uses: row.uses,
  usedAt: row.used_at?.toISOString() ?? null,
  updatedAt: row.updated_at.toISOString(),
});

/** Everybody's and the asking agent's own, by shortcut. */
export async function readCannedReplies(database: Database, actor: Actor) {
  const { rows } = await forWorkspace(database, actor.workspaceId, (tx) =>
    tx.query<CannedReplyRow>(
      "SELECT * FROM canned_replies WHERE workspace_id = $1 AND (agent_id IS NULL OR agent_id = $2) ORDER BY shortcut, agent_id",
      [actor.workspaceId, actor.kind === "agent" ? actor.agentId : null],
    ),
  );
  return rows.map(shownCannedReply);
}
