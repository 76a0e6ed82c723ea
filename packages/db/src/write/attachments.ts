import type { Tx } from "../client/index.ts";

/** One attachment of an item to be written. Times ISO 8601; the rows travel as one JSON parameter. */
export type AttachmentRow = {
  workspace_id: string;
  id: string;
  item_id: string;
  position: number;
  kind: string;
  state: "pending" | "none";
  mime: string | null;
  name: string | null;
  sha256: string | null;
  title: string | null;
  platform_id: string | null;
  link: string | null;
  voice: boolean;
  sticker: boolean;
  animated: boolean;
  source: unknown;
  channel_account_id: string;
  expires_at: string | null;
  next_fetch_at: string | null;
};

const columns = `workspace_id uuid, id uuid, item_id uuid, position smallint, kind text, state text, mime text, name text, sha256 text, title text,
  platform_id text, link text, voice boolean, sticker boolean, animated boolean, source jsonb, channel_account_id uuid, expires_at timestamptz,
  next_fetch_at timestamptz`;
const names = columns.replaceAll(/ (uuid|text|timestamptz|boolean|jsonb|smallint)/g, "");

/** Hangs attachments on items. What hangs there already stays: one place on one item is one attachment. */
export async function addAttachments(tx: Tx, rows: readonly AttachmentRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query({
    name: "add-attachments",
    text: `INSERT INTO attachments (${names}) SELECT ${names} FROM json_to_recordset($1::json) AS x(${columns})
      ON CONFLICT (workspace_id, item_id, position) DO NOTHING`,
    values: [JSON.stringify(rows)],
  });
}

/** A message that was taken back keeps nothing. Its files go by the media job. */
export async function removeAttachmentsOfDeleted(
  tx: Tx,
  messages: readonly { workspaceId: string; channelAccountId: string; externalId: string }[],
): Promise<void> {
  if (messages.length === 0) return;
  await tx.query({
    name: "remove-attachments-of-deleted",
    text: `UPDATE attachments a SET state = 'removed', source = NULL, name = NULL, title = NULL, link = NULL, next_fetch_at = NULL
      FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS t(workspace_id, channel_account_id, external_id)
      JOIN items i ON i.workspace_id = t.workspace_id AND i.channel_account_id = t.channel_account_id AND i.external_id = t.external_id
        AND i.deleted_at IS NOT NULL
      WHERE a.workspace_id = i.workspace_id AND a.item_id = i.id AND a.state <> 'removed'`,
    values: [messages.map((one) => one.workspaceId), messages.map((one) => one.channelAccountId), messages.map((one) => one.externalId)],
  });
}

export type AttachmentToFetch = {
  workspaceId: string;
  id: string;
  itemId: string;
  conversationId: string;
  kind: string;
  mime: string | null;
  name: string | null;
  sha256: string | null;
  source: { type: "media_id"; id: string } | { type: "url"; url: string };
  attempts: number;
  channel: string;
  flavour: "instagram_login" | "page" | null;
  channelAccountId: string;
  accountExternalId: string;
  accessToken: Buffer | null;
};

/**
 * Claims attachments whose bytes have to be fetched, those the platform drops soonest first. A claim holds for
 * `holdMs`: whoever dies over it leaves it to the next one.
 */
export async function claimAttachments(tx: Tx, now: Date, limit: number, holdMs: number): Promise<AttachmentToFetch[]> {
  const { rows } = await tx.query<AttachmentToFetch>({
    name: "claim-attachments",
    text: `WITH due AS (
        SELECT workspace_id, id FROM attachments WHERE state = 'pending' AND next_fetch_at <= $1
        ORDER BY expires_at NULLS LAST, next_fetch_at LIMIT $2 FOR UPDATE SKIP LOCKED
      ), claimed AS (
        UPDATE attachments a SET fetch_attempts = a.fetch_attempts + 1, next_fetch_at = $3
        FROM due WHERE a.workspace_id = due.workspace_id AND a.id = due.id RETURNING a.*)
      SELECT a.workspace_id AS "workspaceId", a.id, a.item_id AS "itemId", i.conversation_id AS "conversationId", a.kind, a.mime, a.name, a.sha256, a.source,
        a.fetch_attempts AS attempts, c.channel, c.settings ->> 'flavour' AS flavour, c.id AS "channelAccountId", c.external_id AS "accountExternalId", c.access_token AS "accessToken"
      FROM claimed a JOIN items i ON i.workspace_id = a.workspace_id AND i.id = a.item_id
      JOIN channel_accounts c ON c.workspace_id = a.workspace_id AND c.id = a.channel_account_id`,
    values: [now, limit, new Date(now.getTime() + holdMs)],
  });
  return rows;
}

/** Whether a file waits to be fetched since before `now`, or one to be removed. */
export async function hasMediaDue(tx: Tx, now: Date): Promise<boolean> {
  const { rows } = await tx.query<{ due: boolean }>({
    name: "has-media-due",
    text: `SELECT EXISTS (SELECT 1 FROM attachments WHERE state = 'pending' AND next_fetch_at <= $1) OR EXISTS (SELECT 1 FROM attachments WHERE state = 'removed') AS due`,
    values: [now],
  });
  return rows[0]?.due ?? false;
}

export type FetchedAttachment =
  | { state: "ready"; mime: string; bytes: number; sha256: string; storageKey: string }
  | { state: "pending"; error: string; retryAt: Date }
  | { state: "failed" | "expired"; error: string };

/** Settles a fetch. False: the message was taken back meanwhile, and what was stored is nobody's. */
export async function settleAttachment(tx: Tx, { workspaceId, id }: { workspaceId: string; id: string }, done: FetchedAttachment): Promise<boolean> {
  const ready = done.state === "ready" ? done : null;
  const { rowCount } = await tx.query({
    name: "settle-attachment",
    text: `UPDATE attachments SET state = $3, error = $4, next_fetch_at = $5, mime = coalesce($6, mime), bytes = $7, sha256 = coalesce($8, sha256), storage_key = $9,
        source = CASE WHEN $3 = 'ready' THEN NULL ELSE source END
      WHERE workspace_id = $1 AND id = $2 AND state = 'pending'`,
    values: [
      workspaceId,
      id,
      done.state,
      "error" in done ? done.error : null,
      done.state === "pending" ? done.retryAt : null,
      ready?.mime ?? null,
      ready?.bytes ?? null,
      ready?.sha256 ?? null,
      ready?.storageKey ?? null,
    ],
  });
  return rowCount === 1;
}

/** Fetches again what failed: a person has asked for it. False: there is nothing to fetch. */
export async function retryAttachment(tx: Tx, workspaceId: string, id: string, now: Date): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE attachments SET state = 'pending', fetch_attempts = 0, next_fetch_at = $3, error = NULL
     WHERE workspace_id = $1 AND id = $2 AND state IN ('failed', 'expired') AND source IS NOT NULL`,
    [workspaceId, id, now],
  );
  return rowCount === 1;
}

/**
 * Files nobody needs any more: of messages taken back, and uploads older than `unsentBefore` that nobody sent, keeps in a
 * draft or in a canned reply, or sends later.
 */
export async function findFilesToRemove(
  tx: Tx,
  unsentBefore: Date,
  limit: number,
): Promise<{ workspaceId: string; id: string; storageKey: string | null }[]> {
  const { rows } = await tx.query(
    `(SELECT workspace_id AS "workspaceId", id, storage_key AS "storageKey" FROM attachments WHERE state = 'removed' LIMIT $2)
     UNION ALL
     (SELECT workspace_id, id, storage_key FROM attachments a WHERE item_id IS NULL AND created_at < $1
       AND NOT EXISTS (SELECT 1 FROM drafts d WHERE d.workspace_id = a.workspace_id AND a.id = ANY(d.attachment_ids))
       AND NOT EXISTS (SELECT 1 FROM canned_replies c WHERE c.workspace_id = a.workspace_id AND c.attachment_ids @> ARRAY[a.id])
       AND NOT EXISTS (SELECT 1 FROM scheduled_messages s WHERE s.workspace_id = a.workspace_id AND a.id = ANY(s.attachment_ids)) LIMIT $2)`,
    [unsentBefore, limit],
  );
  return rows;
}

export async function forgetAttachments(tx: Tx, list: readonly { workspaceId: string; id: string }[]): Promise<void> {
  if (list.length === 0) return;
  await tx.query(
    "DELETE FROM attachments a USING unnest($1::uuid[], $2::uuid[]) AS d(workspace_id, id) WHERE a.workspace_id = d.workspace_id AND a.id = d.id",
    [list.map((one) => one.workspaceId), list.map((one) => one.id)],
  );
}

export type Upload = {
  workspaceId: string;
  id: string;
  kind: string;
  mime: string;
  name: string | null;
  bytes: number;
  sha256: string;
  storageKey: string;
  uploadedBy: string | null;
  at: Date;
};

export async function insertUpload(tx: Tx, upload: Upload): Promise<void> {
  await tx.query(
    `INSERT INTO attachments (workspace_id, id, kind, state, mime, name, bytes, sha256, storage_key, uploaded_by, created_at)
     VALUES ($1, $2, $3, 'ready', $4, $5, $6, $7, $8, $9, $10)`,
    [
      upload.workspaceId,
      upload.id,
      upload.kind,
      upload.mime,
      upload.name,
      upload.bytes,
      upload.sha256,
      upload.storageKey,
      upload.uploadedBy,
      upload.at,
    ],
  );
}

/** A file that waits to be sent. */
export type UploadedRow = { id: string; name: string | null; mime: string; bytes: number; voice: boolean };

/** Uploads of a workspace that no message and no canned reply has taken yet, locked so that none is taken twice. */
export async function findUploads(tx: Tx, workspaceId: string, ids: readonly string[]): Promise<UploadedRow[]> {
  const { rows } = await tx.query<UploadedRow>(
    `SELECT id, name, mime, bytes, voice FROM attachments a
     WHERE workspace_id = $1 AND id = ANY($2::uuid[]) AND item_id IS NULL AND state = 'ready'
       AND NOT EXISTS (SELECT 1 FROM canned_replies c WHERE c.workspace_id = a.workspace_id AND c.attachment_ids @> ARRAY[a.id])
     ORDER BY id FOR UPDATE`,
    [workspaceId, ids],
  );
  return rows;
}

/** Hangs uploads on the message that sends them, in their order. */
export async function takeUploads(tx: Tx, workspaceId: string, itemId: string, uploads: readonly UploadedRow[]): Promise<void> {
  if (uploads.length === 0) return;
  await tx.query(
    `UPDATE attachments a SET item_id = $2, position = u.position - 1 FROM unnest($3::uuid[]) WITH ORDINALITY AS u(id, position)
     WHERE a.workspace_id = $1 AND a.id = u.id`,
    [workspaceId, itemId, uploads.map((one) => one.id)],
  );
}
