import type { Tx } from "../../client/index.ts";

/** One effect on one message: a receipt, an edit, a deletion, a reaction. */
export type EffectKey = { channelAccountId: string; target: string; kind: string; key: string };
export type EffectRecord = EffectKey & { fields: Record<string, unknown> };

const columns = `e.channel_account_id AS "channelAccountId", e.target, e.kind, e.key, jsonb_build_object('occurred', e.occurred_at, 'data', md5(e.data::text)) AS fields`;

/** A page of effects, in the order of their keys. */
export async function readEffectPage(tx: Tx, workspaceId: string, after: EffectKey | null, limit: number): Promise<EffectRecord[]> {
  const beyond = after ? "AND (e.channel_account_id, e.target, e.kind, e.key) > ($3, $4, $5, $6)" : "";
  const { rows } = await tx.query<EffectRecord>(
    `SELECT ${columns} FROM message_effects e WHERE e.workspace_id = $1 ${beyond} ORDER BY e.channel_account_id, e.target, e.kind, e.key LIMIT $2`,
    [workspaceId, limit, ...(after ? [after.channelAccountId, after.target, after.kind, after.key] : [])],
  );
  return rows;
}

/** The same effects elsewhere. */
export async function findEffects(tx: Tx, workspaceId: string, keys: readonly EffectKey[]): Promise<EffectRecord[]> {
  const { rows } = await tx.query<EffectRecord>(
    `SELECT ${columns} FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[]) AS k(channel_account_id, target, kind, key)
     JOIN message_effects e ON e.workspace_id = $1 AND e.channel_account_id = k.channel_account_id AND e.target = k.target AND e.kind = k.kind AND e.key = k.key`,
    [workspaceId, keys.map((one) => one.channelAccountId), keys.map((one) => one.target), keys.map((one) => one.kind), keys.map((one) => one.key)],
  );
  return rows;
}
