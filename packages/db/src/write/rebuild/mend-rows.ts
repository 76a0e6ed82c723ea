import type { Tx } from "../../client/index.ts";
import type { DoorName, EffectKey, LogKey } from "../../read/rebuild/index.ts";

/** A row as JSON, with its database's own names: what one database holds, to be written into another. */
export type WholeRow = Record<string, unknown>;

const one = async (tx: Tx, text: string, values: unknown[]): Promise<WholeRow | null> => {
  const { rows } = await tx.query<{ row: WholeRow }>(text, values);
  return rows[0]?.row ?? null;
};

export const readWholeItem = (tx: Tx, workspaceId: string, id: string): Promise<WholeRow | null> =>
  one(
    tx,
    `SELECT row_to_json(i)::jsonb || jsonb_build_object('key', jsonb_build_object('kind', n.kind, 'scope', n.scope, 'value', n.value)) AS row
     FROM items i LEFT JOIN identities n ON n.workspace_id = i.workspace_id AND n.id = i.identity_id WHERE i.workspace_id = $1 AND i.id = $2`,
    [workspaceId, id],
  );

/** Of a message of our own only what became of it is written; of all others everything that webhooks say. */
export async function mendItem(tx: Tx, workspaceId: string, id: string, row: WholeRow): Promise<void> {
  const became = ["delivery_status", "delivery_error", "edited_text", "edited_at", "deleted_at"];
  const said = ["type", "direction", "author_type", "occurred_at", "content", "richness", "sources", "waits", "reply_to_external_id", "referral"];
  const names = row.richness === 3 ? became : [...became, ...said];
  await tx.query(
    `UPDATE items i SET ${names.map((name) => `${name} = x.${name}`).join(", ")} FROM json_populate_record(NULL::items, $3::json) AS x WHERE i.workspace_id = $1 AND i.id = $2`,
    [workspaceId, id, JSON.stringify(row)],
  );
}

/** Puts an item to the identity it went through, onto its customer's timeline. Answers the conversations it left and came to. */
export async function placeItem(tx: Tx, workspaceId: string, id: string, key: { kind: string; scope: string; value: string }): Promise<string[]> {
  const { rows } = await tx.query<{ before: string; after: string }>(
    `UPDATE items i SET identity_id = n.id, conversation_id = v.id FROM items o, identities n, conversations v
     WHERE i.workspace_id = $1 AND i.id = $2 AND o.workspace_id = $1 AND o.id = $2 AND n.workspace_id = $1 AND n.kind = $3 AND n.scope = $4 AND n.value = $5 AND n.strength = 'proven'
       AND v.workspace_id = $1 AND v.customer_id = n.customer_id
     RETURNING o.conversation_id AS before, i.conversation_id AS after`,
    [workspaceId, id, key.kind, key.scope, key.value],
  );
  return rows.flatMap((row) => [row.before, row.after]);
}

/** Hangs the attachments of an item of one database on its counterpart. What hangs there and has its file stays. */
export async function readWholeAttachments(tx: Tx, workspaceId: string, itemId: string): Promise<WholeRow[]> {
  const { rows } = await tx.query<{ row: WholeRow }>("SELECT row_to_json(a) AS row FROM attachments a WHERE workspace_id = $1 AND item_id = $2", [
    workspaceId,
    itemId,
  ]);
  return rows.map(({ row }) => row);
}

export async function mendAttachments(tx: Tx, workspaceId: string, itemId: string, rows: readonly WholeRow[]): Promise<void> {
  await tx.query(
    `INSERT INTO attachments SELECT * FROM json_populate_recordset(NULL::attachments, $1::json)
     ON CONFLICT (workspace_id, item_id, position) DO UPDATE SET kind = excluded.kind, title = excluded.title, platform_id = excluded.platform_id,
       voice = excluded.voice, sticker = excluded.sticker, animated = excluded.animated`,
    [JSON.stringify(rows.map((row) => ({ ...row, workspace_id: workspaceId, item_id: itemId })))],
  );
}

/**
 * Removes an item that nothing stored makes when it says the same as another one, at the same time, on the same timeline,
 * that something does make. False: there is no such other one.
 */
export async function removeDouble(tx: Tx, workspaceId: string, id: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `DELETE FROM items d WHERE d.workspace_id = $1 AND d.id = $2 AND d.richness < 3 AND EXISTS (
       SELECT 1 FROM items o WHERE o.workspace_id = $1 AND o.conversation_id = d.conversation_id AND o.id <> d.id AND o.external_id IS NOT NULL AND o.type = d.type
         AND o.direction IS NOT DISTINCT FROM d.direction AND o.occurred_at = d.occurred_at AND o.identity_id = d.identity_id AND o.content = d.content)`,
    [workspaceId, id],
  );
  return rowCount === 1;
}

const effectPlace = "workspace_id = $1 AND channel_account_id = $2 AND target = $3 AND kind = $4 AND key = $5";
const placeOf = (workspaceId: string, { channelAccountId, target, kind, key }: EffectKey) => [workspaceId, channelAccountId, target, kind, key];

export const readWholeEffect = (tx: Tx, workspaceId: string, key: EffectKey): Promise<WholeRow | null> =>
  one(tx, `SELECT row_to_json(e) AS row FROM message_effects e WHERE ${effectPlace}`, placeOf(workspaceId, key));

/** Null: there is no such effect. */
export async function mendEffect(tx: Tx, workspaceId: string, key: EffectKey, row: WholeRow | null): Promise<void> {
  await tx.query(`DELETE FROM message_effects WHERE ${effectPlace}`, placeOf(workspaceId, key));
  if (row) await tx.query("INSERT INTO message_effects SELECT * FROM json_populate_record(NULL::message_effects, $1::json)", [JSON.stringify(row)]);
}

export const readWholeDoor = (tx: Tx, workspaceId: string, { channelAccountId, address }: DoorName): Promise<WholeRow | null> =>
  one(tx, "SELECT row_to_json(d) AS row FROM doors d WHERE workspace_id = $1 AND channel_account_id = $2 AND address = $3", [
    workspaceId,
    channelAccountId,
    address,
  ]);

/** Writes what webhooks say about a door. What our own sends found out stays; who holds the thread only when asked to. */
export async function mendDoor(tx: Tx, row: WholeRow, withHolder: boolean): Promise<void> {
  const names = [
    "last_inbound_at",
    "delivered_watermark",
    "read_watermark",
    "marketing",
    "marketing_at",
    "free_until",
    ...(withHolder ? ["held_by", "held_at"] : []),
  ];
  await tx.query(
    `INSERT INTO doors SELECT * FROM json_populate_record(NULL::doors, $1::json)
     ON CONFLICT (workspace_id, channel_account_id, address) DO UPDATE SET ${names.map((name) => `${name} = excluded.${name}`).join(", ")}`,
    [JSON.stringify(row)],
  );
}

export const readWholeLogEntry = (tx: Tx, workspaceId: string, key: LogKey): Promise<WholeRow | null> =>
  one(tx, `SELECT row_to_json(l) AS row FROM channel_log l WHERE ${logPlace}`, [
    workspaceId,
    key.channelAccountId,
    key.eventId,
    key.path,
    key.position,
  ]);
const logPlace = "workspace_id = $1 AND channel_account_id = $2 AND event_id = $3 AND path = $4 AND position = $5";

export async function mendLogEntry(tx: Tx, workspaceId: string, key: LogKey, row: WholeRow): Promise<void> {
  await tx.query(`UPDATE channel_log SET code = $6, level = $7, data = $8 WHERE ${logPlace}`, [
    workspaceId,
    key.channelAccountId,
    key.eventId,
    key.path,
    key.position,
    row.code,
    row.level,
    JSON.stringify(row.data),
  ]);
}

export const readWholeIdentity = (tx: Tx, workspaceId: string, id: string): Promise<WholeRow | null> =>
  one(tx, "SELECT row_to_json(n) AS row FROM identities n WHERE workspace_id = $1 AND id = $2", [workspaceId, id]);

/** Writes the name platforms told. Answers whose it is. */
export async function mendIdentityName(tx: Tx, workspaceId: string, id: string, row: WholeRow): Promise<string | null> {
  const { rows } = await tx.query<{ customerId: string }>(
    `UPDATE identities i SET display_name = x.display_name, display_name_at = x.display_name_at, display_name_ref = x.display_name_ref
     FROM json_populate_record(NULL::identities, $3::json) AS x WHERE i.workspace_id = $1 AND i.id = $2 RETURNING i.customer_id AS "customerId"`,
    [workspaceId, id, JSON.stringify(row)],
  );
  return rows[0]?.customerId ?? null;
}
