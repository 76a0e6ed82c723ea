import type { Tx } from "../client/index.ts";
import type { EffectTarget } from "./effects.ts";

export type DoorTouch = {
  workspace_id: string;
  channel_account_id: string;
  /** The identity key as text. */
  address: string;
  last_inbound_at: string | null;
  delivered_watermark: string | null;
  read_watermark: string | null;
};

export type DoorKey = { workspaceId: string; channelAccountId: string; address: string };

/** Moves doors' window and watermarks forward, never back. Answers the doors whose watermark moved. */
export async function touchDoors(tx: Tx, touches: readonly DoorTouch[]): Promise<DoorKey[]> {
  const merged = mergeTouches(touches);
  if (merged.length === 0) return [];
  await tx.query({
    name: "touch-doors",
    text: `INSERT INTO doors AS d (workspace_id, channel_account_id, address, last_inbound_at, delivered_watermark, read_watermark)
      SELECT * FROM json_to_recordset($1::json) AS x(workspace_id uuid, channel_account_id uuid, address text,
        last_inbound_at timestamptz, delivered_watermark timestamptz, read_watermark timestamptz)
      ORDER BY 1, 2, 3
      ON CONFLICT (workspace_id, channel_account_id, address) DO UPDATE SET
        last_inbound_at = greatest(d.last_inbound_at, excluded.last_inbound_at),
        delivered_watermark = greatest(d.delivered_watermark, excluded.delivered_watermark),
        read_watermark = greatest(d.read_watermark, excluded.read_watermark)`,
    values: [JSON.stringify(merged)],
  });
  return merged
    .filter((touch) => touch.delivered_watermark || touch.read_watermark)
    .map((touch) => ({ workspaceId: touch.workspace_id, channelAccountId: touch.channel_account_id, address: touch.address }));
}

function mergeTouches(touches: readonly DoorTouch[]): DoorTouch[] {
  const later = (a: string | null, b: string | null) => (a === null || (b !== null && b > a) ? b : a);
  const byDoor = new Map<string, DoorTouch>();
  for (const touch of touches) {
    const key = `${touch.channel_account_id}/${touch.address}`;
    const other = byDoor.get(key);
    byDoor.set(key, {
      ...touch,
      last_inbound_at: later(touch.last_inbound_at, other?.last_inbound_at ?? null),
      delivered_watermark: later(touch.delivered_watermark, other?.delivered_watermark ?? null),
      read_watermark: later(touch.read_watermark, other?.read_watermark ?? null),
    });
  }
  return [...byDoor.values()];
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
