import type { Tx } from "../client/index.ts";

type Key = { workspaceId: string; agentId: string; conversationId: string; mode: string };
type Content = { text: string; attachmentIds: readonly string[]; replyToId: string | null };

/** Versions are times, so that a draft written after a deletion is newer than the one that was deleted. */
const freshVersion = "(extract(epoch FROM clock_timestamp()) * 1000)::bigint";

/** Writes a draft over the version it was made from. Answers false when there is another one. */
export async function putDraft(tx: Tx, key: Key, content: Content, madeFrom: number | null): Promise<boolean> {
  const { rowCount } = await tx.query(
    `INSERT INTO drafts AS d (workspace_id, agent_id, conversation_id, mode, text, attachment_ids, reply_to_id, version)
     VALUES ($1, $2, $3, $4, $5, $6, $7, ${freshVersion})
     ON CONFLICT (workspace_id, agent_id, conversation_id, mode) DO UPDATE SET text = excluded.text, attachment_ids = excluded.attachment_ids,
       reply_to_id = excluded.reply_to_id, version = greatest(d.version + 1, excluded.version), updated_at = now()
     WHERE d.version = $8`,
    [...keyOf(key), content.text, content.attachmentIds, content.replyToId, madeFrom],
  );
  return rowCount === 1;
}

/** Answers whether there was one. */
export async function dropDraft(tx: Tx, key: Key): Promise<boolean> {
  const { rowCount } = await tx.query(
    "DELETE FROM drafts WHERE workspace_id = $1 AND agent_id = $2 AND conversation_id = $3 AND mode = $4",
    keyOf(key),
  );
  return rowCount === 1;
}

const keyOf = ({ workspaceId, agentId, conversationId, mode }: Key): string[] => [workspaceId, agentId, conversationId, mode];

/** Drafts go along where their conversation goes; where there is one already, they are added to it. */
export async function moveDrafts(tx: Tx, workspaceId: string, from: string, to: string): Promise<void> {
  await tx.query(
    `WITH moved AS (DELETE FROM drafts WHERE workspace_id = $1 AND conversation_id = $2 RETURNING *)
     INSERT INTO drafts AS d (workspace_id, agent_id, conversation_id, mode, text, attachment_ids, reply_to_id, version)
     SELECT workspace_id, agent_id, $3, mode, text, attachment_ids, reply_to_id, greatest(version + 1, ${freshVersion}) FROM moved
     ON CONFLICT (workspace_id, agent_id, conversation_id, mode) DO UPDATE SET text = concat_ws(E'\\n\\n', nullif(d.text, ''), nullif(excluded.text, '')),
       attachment_ids = d.attachment_ids || excluded.attachment_ids, version = greatest(d.version + 1, excluded.version), updated_at = now()`,
    [workspaceId, from, to],
  );
}
