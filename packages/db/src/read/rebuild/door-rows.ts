import type { Tx } from "../../client/index.ts";

export type DoorName = { channelAccountId: string; address: string };
export type DoorRecord = DoorName & { heldBy: string | null; heldAt: string | null; fields: Record<string, unknown> };

/** How long the platform is asked to wait (`capped_until`) is no webhook's word, and not looked at. */
const columns = `d.channel_account_id AS "channelAccountId", d.address, d.held_by AS "heldBy", to_json(d.held_at) #>> '{}' AS "heldAt",
  jsonb_build_object('lastInbound', d.last_inbound_at, 'delivered', d.delivered_watermark, 'read', d.read_watermark, 'marketing', d.marketing, 'marketingAt', d.marketing_at,
    'freeUntil', d.free_until) AS fields`;

/** A page of doors about which webhooks have said something. */
export async function readDoorPage(tx: Tx, workspaceId: string, after: DoorName | null, limit: number): Promise<DoorRecord[]> {
  const beyond = after ? "AND (d.channel_account_id, d.address) > ($3, $4)" : "";
  const { rows } = await tx.query<DoorRecord>(
    `SELECT ${columns} FROM doors d WHERE d.workspace_id = $1 ${beyond} ORDER BY d.channel_account_id, d.address LIMIT $2`,
    [workspaceId, limit, ...(after ? [after.channelAccountId, after.address] : [])],
  );
  return rows;
}

export async function findDoors(tx: Tx, workspaceId: string, names: readonly DoorName[]): Promise<DoorRecord[]> {
  const { rows } = await tx.query<DoorRecord>(
    `SELECT ${columns} FROM unnest($2::uuid[], $3::text[]) AS k(channel_account_id, address)
     JOIN doors d ON d.workspace_id = $1 AND d.channel_account_id = k.channel_account_id AND d.address = k.address`,
    [workspaceId, names.map((one) => one.channelAccountId), names.map((one) => one.address)],
  );
  return rows;
}
