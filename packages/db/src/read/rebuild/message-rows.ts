import type { Tx } from "../../client/index.ts";

/** An item that webhooks made or changed, with what of it follows from them: fields by name, long ones as a digest. */
export type MessageRow = {
  id: string;
  conversationId: string;
  channelAccountId: string | null;
  externalId: string | null;
  /** A message of our own: what it says is ours; only what became of it is the platform's. */
  own: boolean;
  fields: Record<string, unknown>;
};

const files = `(SELECT md5(string_agg(concat_ws('|', a.position, a.kind, coalesce(a.title, '-'), coalesce(a.platform_id, '-'), a.voice, a.sticker, a.animated), ',' ORDER BY a.position))
  FROM attachments a WHERE a.workspace_id = i.workspace_id AND a.item_id = i.id)`;

/** Of a message that was taken back only that counts: how much was known of it before depends on what came first. */
const columns = `i.id, i.conversation_id AS "conversationId", i.channel_account_id AS "channelAccountId", i.external_id AS "externalId", i.richness = 3 AS own,
  jsonb_build_object('conversation', v.customer_id = n.customer_id, 'identity', n.kind || '|' || n.scope || '|' || n.value, 'deleted', i.deleted_at, 'status', i.delivery_status,
    'error', CASE WHEN i.delivery_status = 'failed' THEN i.delivery_error ->> 'code' END)
  || CASE WHEN i.deleted_at IS NULL THEN jsonb_build_object('editedText', md5(i.edited_text), 'edited', i.edited_at)
    ELSE jsonb_build_object('text', i.content ->> 'text' IS NOT NULL OR i.edited_text IS NOT NULL) END
  || CASE WHEN i.richness = 3 THEN '{}'::jsonb ELSE jsonb_build_object('type', i.type, 'direction', i.direction, 'author', i.author_type, 'occurred', i.occurred_at,
    'sources', i.sources, 'waits', i.waits, 'replyTo', i.reply_to_external_id) END
  || CASE WHEN i.richness = 3 OR i.deleted_at IS NOT NULL THEN '{}'::jsonb ELSE jsonb_build_object('content', md5(i.content::text), 'richness', i.richness,
    'referral', md5(i.referral::text), 'files', ${files}) END AS fields`;
const joins = `LEFT JOIN identities n ON n.workspace_id = i.workspace_id AND n.id = i.identity_id
  LEFT JOIN conversations v ON v.workspace_id = i.workspace_id AND v.id = i.conversation_id`;

/** A page of the items webhooks have a say in, by id. */
export async function readMessagePage(tx: Tx, workspaceId: string, after: string | null, limit: number): Promise<MessageRow[]> {
  const { rows } = await tx.query<MessageRow>(
    `SELECT ${columns} FROM (
       SELECT * FROM items WHERE workspace_id = $1 AND id > coalesce($2::uuid, '00000000-0000-0000-0000-000000000000') AND channel_account_id IS NOT NULL ORDER BY id LIMIT $3) i
     ${joins} ORDER BY i.id`,
    [workspaceId, after, limit],
  );
  return rows;
}

/** The same items elsewhere: own ones by our id, all others by what their platform calls them. */
export async function findMessageRows(tx: Tx, workspaceId: string, wanted: readonly MessageRow[]): Promise<MessageRow[]> {
  const named = wanted.filter((row) => !row.own && row.externalId !== null);
  const { rows } = await tx.query<MessageRow>(
    `SELECT ${columns} FROM (
       SELECT i.* FROM items i WHERE i.workspace_id = $1 AND i.id = ANY($2::uuid[]) AND i.richness = 3
       UNION ALL
       SELECT i.* FROM unnest($3::uuid[], $4::text[]) AS k(channel_account_id, external_id)
       JOIN items i ON i.workspace_id = $1 AND i.channel_account_id = k.channel_account_id AND i.external_id = k.external_id AND i.richness < 3) i
     ${joins}`,
    [workspaceId, wanted.filter((row) => row.own).map((row) => row.id), named.map((row) => row.channelAccountId), named.map((row) => row.externalId)],
  );
  return rows;
}

/** Items by their own ids, as they are now. */
export async function readMessageRows(tx: Tx, workspaceId: string, ids: readonly string[]): Promise<MessageRow[]> {
  const { rows } = await tx.query<MessageRow>(`SELECT ${columns} FROM items i ${joins} WHERE i.workspace_id = $1 AND i.id = ANY($2::uuid[])`, [
    workspaceId,
    ids,
  ]);
  return rows;
}
