import type { Tx } from "../client/index.ts";
import { refreshConversations } from "./conversations.ts";

export type OwnSend = {
  workspaceId: string;
  id: string;
  channelAccountId: string;
  externalId: string | null;
  attempt: number;
  matchedExternalId: string | null;
};

/** Our own sends that echoes or statuses may be about: by our id, or by text among those without an answer yet. */
export async function findOwnSends(
  tx: Tx,
  wanted: {
    ids: { workspaceId: string; id: string }[];
    texts: { workspaceId: string; conversationId: string; channelAccountId: string; kind: string; text: string; externalId: string }[];
  },
): Promise<OwnSend[]> {
  const { rows } = await tx.query<OwnSend>(
    `SELECT i.workspace_id AS "workspaceId", i.id, i.channel_account_id AS "channelAccountId", i.external_id AS "externalId",
       coalesce((SELECT max(a.number) FROM delivery_attempts a WHERE a.workspace_id = i.workspace_id AND a.item_id = i.id), 1) AS attempt, NULL AS "matchedExternalId"
     FROM unnest($1::uuid[], $2::uuid[]) AS w(workspace_id, id)
     JOIN items i ON i.workspace_id = w.workspace_id AND i.id = w.id AND i.richness = 3
     UNION ALL
     SELECT s.* FROM json_to_recordset($3::json) AS t("workspaceId" uuid, "conversationId" uuid, "channelAccountId" uuid, kind text, text text, "externalId" text)
     CROSS JOIN LATERAL (
       SELECT i.workspace_id, i.id, i.channel_account_id, i.external_id,
         coalesce((SELECT max(a.number) FROM delivery_attempts a WHERE a.workspace_id = i.workspace_id AND a.item_id = i.id), 1), t."externalId"
       FROM items i WHERE i.workspace_id = t."workspaceId" AND i.conversation_id = t."conversationId" AND i.channel_account_id = t."channelAccountId"
         AND i.richness = 3 AND i.delivery_status IN ('sending', 'unknown') AND i.external_id IS NULL AND i.content ->> 'kind' = t.kind AND coalesce(i.content ->> 'text', '') = t.text
         AND NOT EXISTS (SELECT 1 FROM items o WHERE o.workspace_id = i.workspace_id AND o.channel_account_id = i.channel_account_id AND o.external_id = t."externalId")
       ORDER BY i.seq LIMIT 1) s`,
    [wanted.ids.map((one) => one.workspaceId), wanted.ids.map((one) => one.id), JSON.stringify(wanted.texts)],
  );
  return rows;
}

/**
 * An attempt of an own send is proven to have gone out. Its row absorbs an echo that was stored before the platform's
 * answer; effects hang on the external id and need no moving. False when a newer attempt has replaced it: then only the
 * attempt says so, and the message goes on showing the newer one.
 */
export async function settleSent(
  tx: Tx,
  sent: { workspaceId: string; id: string; attempt: number; externalId: string; sentAt: Date | null; at: Date },
): Promise<boolean> {
  const key = [sent.workspaceId, sent.id, sent.attempt];
  // First: a message is locked before its attempts, by everybody, so that two wait for each other and not for ever.
  const newest = await isNewestAttempt(tx, sent);
  await tx.query(
    `UPDATE delivery_attempts SET state = 'sent', external_id = $4, ended_at = coalesce(ended_at, $5), error = NULL
     WHERE workspace_id = $1 AND item_id = $2 AND number = $3 AND state IN ('sending', 'unknown')`,
    [...key, sent.externalId, sent.at],
  );
  if (!newest) return false;
  const { rows: absorbed } = await tx.query<{ conversationId: string }>(
    `DELETE FROM items WHERE workspace_id = $1 AND id <> $2 AND external_id = $3
       AND channel_account_id = (SELECT channel_account_id FROM items WHERE workspace_id = $1 AND id = $2) AND richness < 3
     RETURNING conversation_id AS "conversationId"`,
    [sent.workspaceId, sent.id, sent.externalId],
  );
  await tx.query(
    `UPDATE items SET external_id = $3, sent_at = coalesce(sent_at, $4), next_attempt_at = NULL, delivery_error = NULL,
       delivery_status = CASE WHEN delivery_status IN ('queued', 'sending', 'unknown', 'failed') THEN 'sent' ELSE delivery_status END,
       delivery_at = CASE WHEN delivery_status IN ('queued', 'sending', 'unknown', 'failed') THEN $5 ELSE delivery_at END
     WHERE workspace_id = $1 AND id = $2`,
    [sent.workspaceId, sent.id, sent.externalId, sent.sentAt, sent.at],
  );
  // What lists show, and whose turn it is, may have come from the echo that is gone.
  const touches = absorbed.map((row) => ({
    workspace_id: sent.workspaceId,
    id: row.conversationId,
    unread: 0,
    channels: [],
    opens: false,
    case_id: null,
  }));
  await refreshConversations(tx, touches, null);
  return true;
}

/**
 * Whether no newer attempt has begun; none can until this transaction ends. What a worker that was stopped for a while
 * has to say of its old attempt must not touch a newer one.
 */
export async function isNewestAttempt(tx: Tx, send: { workspaceId: string; id: string; attempt: number }): Promise<boolean> {
  const key = [send.workspaceId, send.id];
  // A claim changes this row, too: whoever comes second sees what the first has done.
  const [, { rows }] = await Promise.all([
    tx.query("SELECT 1 FROM items WHERE workspace_id = $1 AND id = $2 FOR UPDATE", key),
    tx.query<{ newest: number }>("SELECT coalesce(max(number), 1) AS newest FROM delivery_attempts WHERE workspace_id = $1 AND item_id = $2", key),
  ]);
  return rows[0]?.newest === send.attempt;
}
