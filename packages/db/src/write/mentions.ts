import type { Tx } from "../client/index.ts";
import { addMentioned } from "./followers.ts";

export type MentioningNote = { workspaceId: string; itemId: string; conversationId: string; at: Date; authorId: string | null };

/** Whom a note mentions is told, and follows from now on. Nobody has to be told what they wrote themselves. UUIDs. */
export async function writeMentions(tx: Tx, note: MentioningNote, agentIds: readonly string[]): Promise<void> {
  const others = agentIds.filter((id) => id !== note.authorId);
  if (others.length === 0) return;
  await tx.query(
    "INSERT INTO mentions (workspace_id, item_id, agent_id, conversation_id, at) SELECT $1, $2, id, $4, $5 FROM unnest($3::uuid[]) AS id ON CONFLICT DO NOTHING",
    [note.workspaceId, note.itemId, others, note.conversationId, note.at],
  );
  await addMentioned(tx, note, others, note.itemId);
}

/** The agent has seen what mentions them up to an item, by order of arrival. Answers whether anything was new. UUIDs. */
export async function markMentionsSeen(
  tx: Tx,
  { workspaceId, conversationId, agentId }: { workspaceId: string; conversationId: string; agentId: string },
  upToId: string,
  at: Date,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE mentions m SET seen_at = $5 FROM items i, items u
     WHERE m.workspace_id = $1 AND m.conversation_id = $2 AND m.agent_id = $3 AND m.seen_at IS NULL AND i.workspace_id = $1 AND i.id = m.item_id
       AND u.workspace_id = $1 AND u.id = $4 AND u.conversation_id = $2 AND i.seq <= u.seq`,
    [workspaceId, conversationId, agentId, upToId, at],
  );
  return (rowCount ?? 0) > 0;
}
