import type { Tx } from "../client/index.ts";

/** Ids are UUIDs. Who follows already does so since then. */
export async function addFollowers(tx: Tx, workspaceId: string, conversationId: string, agentIds: readonly string[], at: Date): Promise<boolean> {
  const { rowCount } = await tx.query(
    `INSERT INTO followers (workspace_id, conversation_id, agent_id, since) SELECT $1, $2, id, $4 FROM unnest($3::uuid[]) AS id ON CONFLICT DO NOTHING`,
    [workspaceId, conversationId, agentIds, at],
  );
  return (rowCount ?? 0) > 0;
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
    `INSERT INTO followers (workspace_id, conversation_id, agent_id, since, origin_id)
     SELECT workspace_id, $3, agent_id, since, coalesce(origin_id, conversation_id) FROM followers WHERE workspace_id = $1 AND conversation_id = $2
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
