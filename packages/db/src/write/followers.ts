import type { Tx } from "../client/index.ts";

type Place = { workspaceId: string; conversationId: string; at: Date };

/** Somebody chose to follow; who does already does so since then. Answers whether that is new. */
export async function addFollower(tx: Tx, { workspaceId, conversationId, at }: Place, agentId: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `INSERT INTO followers AS f (workspace_id, conversation_id, agent_id, since) VALUES ($1, $2, $3, $4)
     ON CONFLICT (workspace_id, conversation_id, agent_id) DO UPDATE SET note_id = NULL WHERE f.note_id IS NOT NULL`,
    [workspaceId, conversationId, agentId, at],
  );
  return (rowCount ?? 0) > 0;
}

/** A note made them follow, unless they do already. */
export async function addMentioned(tx: Tx, { workspaceId, conversationId, at }: Place, agentIds: readonly string[], noteId: string): Promise<void> {
  await tx.query(
    `INSERT INTO followers (workspace_id, conversation_id, agent_id, since, note_id)
     SELECT $1, $2, id, $4, $5 FROM unnest($3::uuid[]) AS id ON CONFLICT DO NOTHING`,
    [workspaceId, conversationId, agentIds, at, noteId],
  );
}

/** Notes that are taken back make nobody follow. */
export async function dropMentioned(tx: Tx, workspaceId: string, noteIds: readonly string[]): Promise<void> {
  await tx.query("DELETE FROM mentions WHERE workspace_id = $1 AND item_id = ANY($2::uuid[])", [workspaceId, noteIds]);
  await tx.query("DELETE FROM followers WHERE workspace_id = $1 AND note_id = ANY($2::uuid[])", [workspaceId, noteIds]);
}

/** Answers whether they followed. */
export async function dropFollower(tx: Tx, workspaceId: string, conversationId: string, agentId: string): Promise<boolean> {
  const { rowCount } = await tx.query("DELETE FROM followers WHERE workspace_id = $1 AND conversation_id = $2 AND agent_id = $3", [
    workspaceId,
    conversationId,
    agentId,
  ]);
  return (rowCount ?? 0) > 0;
}

/** Whoever leaves the workspace follows nothing in it. */
export async function dropFollowing(tx: Tx, workspaceId: string, agentId: string): Promise<void> {
  await tx.query("DELETE FROM followers WHERE workspace_id = $1 AND agent_id = $2", [workspaceId, agentId]);
}

/** Whoever follows a conversation follows the one it is merged into. They stay with the merged one, too, for the way back. */
export async function bringFollowers(tx: Tx, workspaceId: string, from: string, to: string): Promise<void> {
  await tx.query(
    `INSERT INTO followers (workspace_id, conversation_id, agent_id, since, origin_id, note_id)
     SELECT workspace_id, $3, agent_id, since, coalesce(origin_id, conversation_id), note_id FROM followers WHERE workspace_id = $1 AND conversation_id = $2
     ON CONFLICT DO NOTHING`,
    [workspaceId, from, to],
  );
}

/** Takes those away again whom a conversation brought along that is parted from `holder`. */
export async function takeFollowersBack(tx: Tx, workspaceId: string, parted: string, holder: string): Promise<void> {
  await tx.query(
    `DELETE FROM followers WHERE workspace_id = $1 AND conversation_id = $3
       AND (origin_id = $2 OR origin_id IN (SELECT origin_id FROM followers WHERE workspace_id = $1 AND conversation_id = $2))`,
    [workspaceId, parted, holder],
  );
}
