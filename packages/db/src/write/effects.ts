import type { Tx } from "../client/index.ts";

export type EffectRow = {
  workspace_id: string;
  channel_account_id: string;
  target: string;
  kind: "status" | "edit" | "deletion" | "reaction" | "read_by_id";
  /** Tells effects of one kind on one message apart; see `effectKey`. */
  key: string;
  occurred_at: string;
  received_at: string;
  data: unknown;
};

export type EffectTarget = { workspaceId: string; channelAccountId: string; externalId: string };

/**
 * Adds effects to the set. The same one again changes nothing, save that the earlier time is kept (an edit keeps the
 * later one), so that the order of arrival does not matter. Answers the targets whose set has changed.
 * `rows` must not hold one key twice.
 */
export async function addEffects(tx: Tx, rows: readonly EffectRow[]): Promise<EffectTarget[]> {
  if (rows.length === 0) return [];
  const { rows: changed } = await tx.query<EffectTarget>({
    name: "add-effects",
    text: `INSERT INTO message_effects AS e (workspace_id, channel_account_id, target, kind, key, occurred_at, received_at, data)
      SELECT * FROM json_to_recordset($1::json) AS x(workspace_id uuid, channel_account_id uuid, target text, kind text, key text,
        occurred_at timestamptz, received_at timestamptz, data jsonb)
      ON CONFLICT (workspace_id, channel_account_id, target, kind, key) DO UPDATE SET occurred_at = excluded.occurred_at, data = excluded.data
      WHERE CASE WHEN e.kind = 'edit' THEN excluded.occurred_at > e.occurred_at ELSE excluded.occurred_at < e.occurred_at END
      RETURNING workspace_id AS "workspaceId", channel_account_id AS "channelAccountId", target AS "externalId"`,
    values: [JSON.stringify(rows)],
  });
  return changed;
}

const targets = "unnest($1::uuid[], $2::uuid[], $3::text[]) AS t(workspace_id, channel_account_id, external_id)";
const asParameters = (list: readonly EffectTarget[]) => [
  list.map((one) => one.workspaceId),
  list.map((one) => one.channelAccountId),
  list.map((one) => one.externalId),
];

/**
 * Brings the shown state of messages in step with their effects: a pure function of the set, so any order of arrival
 * ends alike. Highest of delivered < read < played, else failed, else sent; the greatest edit; a deletion is final and
 * takes the content. A participant's receipt in a group counts as delivered at most. Answers what changed.
 */
export async function applyEffects(tx: Tx, list: readonly EffectTarget[]): Promise<{ workspaceId: string; id: string; conversationId: string }[]> {
  if (list.length === 0) return [];
  const { rows } = await tx.query<{ workspaceId: string; id: string; conversationId: string }>({
    name: "apply-effects",
    text: `WITH found AS (
        SELECT i.workspace_id, i.id, i.channel_account_id, i.external_id, i.direction, coalesce(i.sent_at, i.occurred_at) AS sent_at,
          d.delivered_watermark, d.read_watermark
        FROM ${targets}
        JOIN items i ON i.workspace_id = t.workspace_id AND i.channel_account_id = t.channel_account_id AND i.external_id = t.external_id
        LEFT JOIN identities n ON n.workspace_id = i.workspace_id AND n.id = i.identity_id AND i.direction = 'outbound'
        LEFT JOIN doors d ON d.workspace_id = i.workspace_id AND d.channel_account_id = i.channel_account_id
          AND d.address = n.kind || '|' || n.scope || '|' || n.value
        -- A plain inbound message, the most common case, has nothing to apply.
        WHERE i.direction = 'outbound' OR EXISTS (
          SELECT 1 FROM message_effects e WHERE e.workspace_id = t.workspace_id AND e.channel_account_id = t.channel_account_id AND e.target = t.external_id)
      ), receipts AS (
        SELECT f.workspace_id, f.id,
          max(CASE split_part(e.key, '|', 1) WHEN 'played' THEN 4 WHEN 'read' THEN 3 WHEN 'delivered' THEN 2 END) FILTER (WHERE position('|' IN e.key) = 0) AS whole,
          bool_or(split_part(e.key, '|', 1) IN ('played', 'read', 'delivered') AND position('|' IN e.key) > 0) AS by_participant,
          bool_or(e.key = 'failed') AS failed, bool_or(e.key = 'sent') AS sent,
          (array_agg(e.data -> 'error' ORDER BY e.occurred_at) FILTER (WHERE e.key = 'failed'))[1] AS error,
          jsonb_object_agg(e.key, e.occurred_at) AS times
        FROM found f JOIN message_effects e ON e.workspace_id = f.workspace_id AND e.channel_account_id = f.channel_account_id
          AND e.target = f.external_id AND e.kind = 'status'
        WHERE f.direction = 'outbound' GROUP BY 1, 2
      ), shown AS (
        SELECT f.*, r.error, r.times,
          CASE
            WHEN r.whole = 4 THEN 'played'
            WHEN r.whole = 3 OR (f.sent_at <= f.read_watermark AND r.failed IS NOT TRUE) THEN 'read'
            WHEN r.whole = 2 OR r.by_participant OR (f.sent_at <= f.delivered_watermark AND r.failed IS NOT TRUE) THEN 'delivered'
            WHEN r.failed THEN 'failed'
            WHEN r.sent THEN 'sent' END AS status
        FROM found f LEFT JOIN receipts r ON r.workspace_id = f.workspace_id AND r.id = f.id WHERE f.direction = 'outbound'
      ), edits AS (
        SELECT DISTINCT ON (f.workspace_id, f.id) f.workspace_id, f.id, e.data ->> 'text' AS text, e.occurred_at
        FROM found f JOIN message_effects e ON e.workspace_id = f.workspace_id AND e.channel_account_id = f.channel_account_id
          AND e.target = f.external_id AND e.kind = 'edit'
        ORDER BY f.workspace_id, f.id, (e.data ->> 'num')::int DESC NULLS LAST, e.occurred_at DESC, e.key DESC
      ), deletions AS (
        SELECT f.workspace_id, f.id, min(e.occurred_at) AS occurred_at
        FROM found f JOIN message_effects e ON e.workspace_id = f.workspace_id AND e.channel_account_id = f.channel_account_id
          AND e.target = f.external_id AND e.kind = 'deletion' GROUP BY 1, 2
      ), reacted AS (
        SELECT DISTINCT f.workspace_id, f.id
        FROM found f JOIN message_effects e ON e.workspace_id = f.workspace_id AND e.channel_account_id = f.channel_account_id
          AND e.target = f.external_id AND e.kind = 'reaction'
      )
      UPDATE items i SET
        delivery_status = coalesce(s.status, i.delivery_status),
        delivery_at = CASE WHEN s.status IS DISTINCT FROM i.delivery_status AND s.status IS NOT NULL
          THEN coalesce((s.times ->> s.status)::timestamptz, s.read_watermark, s.delivered_watermark, i.delivery_at) ELSE i.delivery_at END,
        delivery_error = CASE WHEN s.status = 'failed' THEN s.error WHEN s.status IS NOT NULL THEN NULL ELSE i.delivery_error END,
        edited_text = CASE WHEN d.id IS NOT NULL THEN NULL WHEN x.id IS NOT NULL THEN x.text ELSE i.edited_text END,
        edited_at = coalesce(x.occurred_at, i.edited_at),
        deleted_at = coalesce(d.occurred_at, i.deleted_at),
        has_reactions = i.has_reactions OR r.id IS NOT NULL,
        content = CASE WHEN d.id IS NOT NULL THEN jsonb_build_object('kind', i.content -> 'kind', 'text', NULL) ELSE i.content END
      FROM found f
        LEFT JOIN shown s ON s.workspace_id = f.workspace_id AND s.id = f.id
        LEFT JOIN edits x ON x.workspace_id = f.workspace_id AND x.id = f.id
        LEFT JOIN deletions d ON d.workspace_id = f.workspace_id AND d.id = f.id
        LEFT JOIN reacted r ON r.workspace_id = f.workspace_id AND r.id = f.id
      WHERE i.workspace_id = f.workspace_id AND i.id = f.id AND (
        (s.status IS NOT NULL AND s.status IS DISTINCT FROM i.delivery_status)
        OR (x.id IS NOT NULL AND (x.text IS DISTINCT FROM i.edited_text OR x.occurred_at IS DISTINCT FROM i.edited_at) AND d.id IS NULL)
        OR (x.id IS NOT NULL AND x.occurred_at IS DISTINCT FROM i.edited_at)
        OR (r.id IS NOT NULL AND NOT i.has_reactions)
        OR (d.id IS NOT NULL AND (i.deleted_at IS DISTINCT FROM d.occurred_at OR i.content ->> 'text' IS NOT NULL)))
      RETURNING i.workspace_id AS "workspaceId", i.id, i.conversation_id AS "conversationId"`,
    values: asParameters(list),
  });
  return rows;
}
