import type { Tx } from "../client/index.ts";
import type { EffectTarget } from "./effects.ts";

/** What a batch says about a door. Times ISO 8601; null says nothing. */
export type DoorTouch = {
  workspace_id: string;
  channel_account_id: string;
  /** The identity key as text. */
  address: string;
  last_inbound_at: string | null;
  delivered_watermark: string | null;
  read_watermark: string | null;
  /** Who holds the thread as of `held_at`: null is us. */
  held_by: string | null;
  held_at: string | null;
  marketing: "granted" | "withdrawn" | null;
  marketing_at: string | null;
};

export const noTouch = {
  last_inbound_at: null,
  delivered_watermark: null,
  read_watermark: null,
  held_by: null,
  held_at: null,
  marketing: null,
  marketing_at: null,
} as const;

export type DoorKey = { workspaceId: string; channelAccountId: string; address: string };

/** Moves doors' window and watermarks forward, never back. Answers the doors whose watermark moved. */
export async function touchDoors(tx: Tx, touches: readonly DoorTouch[]): Promise<DoorKey[]> {
  const merged = mergeTouches(touches);
  if (merged.length === 0) return [];
  await tx.query({
    name: "touch-doors",
    text: `INSERT INTO doors AS d (workspace_id, channel_account_id, address, last_inbound_at, delivered_watermark, read_watermark, held_by, held_at, marketing, marketing_at)
      SELECT * FROM json_to_recordset($1::json) AS x(workspace_id uuid, channel_account_id uuid, address text,
        last_inbound_at timestamptz, delivered_watermark timestamptz, read_watermark timestamptz, held_by text, held_at timestamptz,
        marketing text, marketing_at timestamptz)
      ORDER BY 1, 2, 3
      ON CONFLICT (workspace_id, channel_account_id, address) DO UPDATE SET
        last_inbound_at = greatest(d.last_inbound_at, excluded.last_inbound_at),
        delivered_watermark = greatest(d.delivered_watermark, excluded.delivered_watermark),
        read_watermark = greatest(d.read_watermark, excluded.read_watermark),
        held_by = CASE WHEN d.held_at IS NULL OR (excluded.held_at, coalesce(excluded.held_by, '')) > (d.held_at, coalesce(d.held_by, '')) THEN excluded.held_by ELSE d.held_by END,
        held_at = greatest(d.held_at, excluded.held_at),
        marketing = CASE WHEN d.marketing_at IS NULL OR (excluded.marketing_at, excluded.marketing) > (d.marketing_at, d.marketing) THEN excluded.marketing ELSE d.marketing END,
        marketing_at = greatest(d.marketing_at, excluded.marketing_at)
      -- What says nothing new writes nothing.
      WHERE excluded.last_inbound_at > coalesce(d.last_inbound_at, '-infinity') OR excluded.delivered_watermark > coalesce(d.delivered_watermark, '-infinity')
        OR excluded.read_watermark > coalesce(d.read_watermark, '-infinity') OR (excluded.held_at, coalesce(excluded.held_by, '')) > (coalesce(d.held_at, '-infinity'), coalesce(d.held_by, ''))
        OR (excluded.marketing_at, excluded.marketing) > (coalesce(d.marketing_at, '-infinity'), coalesce(d.marketing, ''))`,
    values: [JSON.stringify(merged)],
  });
  return merged
    .filter((touch) => touch.delivered_watermark || touch.read_watermark)
    .map((touch) => ({ workspaceId: touch.workspace_id, channelAccountId: touch.channel_account_id, address: touch.address }));
}

function mergeTouches(touches: readonly DoorTouch[]): DoorTouch[] {
  const byDoor = new Map<string, DoorTouch>();
  for (const touch of touches) {
    const key = `${touch.channel_account_id}/${touch.address}`;
    const other = byDoor.get(key);
    byDoor.set(key, other ? united(other, touch) : touch);
  }
  return [...byDoor.values()];
}

const later = (a: string | null, b: string | null) => (a === null || (b !== null && b > a) ? b : a);

/** Whether a word of one time is after another: what was not said at all is before everything. */
const isAfter = (at: string | null, word: string | null, otherAt: string | null, otherWord: string | null): boolean =>
  at !== null && (otherAt === null || at > otherAt || (at === otherAt && (word ?? "") > (otherWord ?? "")));

/** The later word on each thing counts; of two at once a thread is rather held by another, consent rather withdrawn. */
function united(a: DoorTouch, b: DoorTouch): DoorTouch {
  const held = isAfter(b.held_at, b.held_by, a.held_at, a.held_by) ? b : a;
  const asked = isAfter(b.marketing_at, b.marketing, a.marketing_at, a.marketing) ? b : a;
  return {
    ...a,
    last_inbound_at: later(a.last_inbound_at, b.last_inbound_at),
    delivered_watermark: later(a.delivered_watermark, b.delivered_watermark),
    read_watermark: later(a.read_watermark, b.read_watermark),
    held_by: held.held_by,
    held_at: held.held_at,
    marketing: asked.marketing,
    marketing_at: asked.marketing_at,
  };
}

/** Conversations free until a moment, told by a status of one message, through that message's door. */
export async function raiseFreeUntil(tx: Tx, list: readonly EffectTarget[]): Promise<void> {
  if (list.length === 0) return;
  await tx.query({
    name: "raise-free-until",
    text: `INSERT INTO doors AS d (workspace_id, channel_account_id, address, free_until)
      SELECT i.workspace_id, i.channel_account_id, n.kind || '|' || n.scope || '|' || n.value, max(to_timestamp((e.data ->> 'freeUntil')::float8 / 1000))
      FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS t(workspace_id, channel_account_id, external_id)
      JOIN message_effects e ON e.workspace_id = t.workspace_id AND e.channel_account_id = t.channel_account_id AND e.target = t.external_id
        AND e.kind = 'status' AND e.data ->> 'freeUntil' IS NOT NULL
      JOIN items i ON i.workspace_id = t.workspace_id AND i.channel_account_id = t.channel_account_id AND i.external_id = t.external_id
      JOIN identities n ON n.workspace_id = i.workspace_id AND n.id = i.identity_id
      GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
      ON CONFLICT (workspace_id, channel_account_id, address) DO UPDATE SET free_until = greatest(d.free_until, excluded.free_until)`,
    values: [list.map((one) => one.workspaceId), list.map((one) => one.channelAccountId), list.map((one) => one.externalId)],
  });
}

/** A "read by id" whose message is known becomes a watermark of its door at that message's time. */
export async function raiseReadByIds(tx: Tx, list: readonly EffectTarget[]): Promise<DoorKey[]> {
  if (list.length === 0) return [];
  const { rows } = await tx.query<DoorKey>({
    name: "raise-read-by-ids",
    text: `INSERT INTO doors AS d (workspace_id, channel_account_id, address, read_watermark)
      SELECT i.workspace_id, i.channel_account_id, e.data ->> 'address', max(coalesce(i.sent_at, i.occurred_at))
      FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS t(workspace_id, channel_account_id, external_id)
      JOIN message_effects e ON e.workspace_id = t.workspace_id AND e.channel_account_id = t.channel_account_id AND e.target = t.external_id AND e.kind = 'read_by_id'
      JOIN items i ON i.workspace_id = t.workspace_id AND i.channel_account_id = t.channel_account_id AND i.external_id = t.external_id
      GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
      ON CONFLICT (workspace_id, channel_account_id, address) DO UPDATE SET read_watermark = greatest(d.read_watermark, excluded.read_watermark)
      RETURNING d.workspace_id AS "workspaceId", d.channel_account_id AS "channelAccountId", d.address`,
    values: [list.map((one) => one.workspaceId), list.map((one) => one.channelAccountId), list.map((one) => one.externalId)],
  });
  return rows;
}

/** Everything sent through a door at or before its watermark is delivered or read. Answers what changed. */
export async function applyWatermarks(tx: Tx, doors: readonly DoorKey[]): Promise<{ workspaceId: string; id: string; conversationId: string }[]> {
  if (doors.length === 0) return [];
  const { rows } = await tx.query<{ workspaceId: string; id: string; conversationId: string }>({
    name: "apply-watermarks",
    text: `UPDATE items i SET
        delivery_status = CASE WHEN coalesce(i.sent_at, i.occurred_at) <= d.read_watermark THEN 'read' ELSE 'delivered' END,
        delivery_at = CASE WHEN coalesce(i.sent_at, i.occurred_at) <= d.read_watermark THEN d.read_watermark ELSE d.delivered_watermark END
      FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS k(workspace_id, channel_account_id, address)
      JOIN doors d ON d.workspace_id = k.workspace_id AND d.channel_account_id = k.channel_account_id AND d.address = k.address
      JOIN identities n ON n.workspace_id = k.workspace_id AND n.kind = split_part(k.address, '|', 1)
        AND n.scope = split_part(k.address, '|', 2) AND n.value = split_part(k.address, '|', 3) AND n.strength = 'proven'
      WHERE i.workspace_id = k.workspace_id AND i.channel_account_id = k.channel_account_id AND i.identity_id = n.id
        AND i.direction = 'outbound' AND i.delivery_status IN ('sent', 'delivered')
        AND (coalesce(i.sent_at, i.occurred_at) <= d.read_watermark
          OR (i.delivery_status = 'sent' AND coalesce(i.sent_at, i.occurred_at) <= d.delivered_watermark))
      RETURNING i.workspace_id AS "workspaceId", i.id, i.conversation_id AS "conversationId"`,
    values: [doors.map((one) => one.workspaceId), doors.map((one) => one.channelAccountId), doors.map((one) => one.address)],
  });
  return rows;
}
