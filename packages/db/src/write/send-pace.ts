import type { Tx } from "../client/index.ts";

/** One thing that is counted: a message takes `stepMs`, and up to `aheadMs` may be used before its time. */
export type PaceSlot = { key: string; stepMs: number; aheadMs: number };

type Account = { workspaceId: string; channelAccountId: string };

/** Counts nothing, but nothing passes before its time: the platform has said when. */
export const holdKey = "account/hold";

/**
 * Takes a place in every one of `slots`, or in none when it is further away than `within` (the generic cell rate
 * algorithm: a burst first, then one message a step). Counted in the database, so that all workers together keep a
 * limit. Answers the milliseconds until the place that was taken, or could have been: more than `within` means not taken.
 */
export async function reservePace(tx: Tx, account: Account, slots: readonly PaceSlot[], within = 0): Promise<number> {
  const key = [account.workspaceId, account.channelAccountId];
  const keys = [...slots.map((slot) => slot.key), holdKey];
  // Two who begin a row at once wait for each other here; the row then is there to be locked, in one order. It begins a
  // second ago, which is as good as now: now, rounded up to the millisecond, would be to come.
  await tx.query(
    `INSERT INTO send_pace (workspace_id, channel_account_id, key, used_until) SELECT $1, $2, k, clock_timestamp() - interval '1 second' FROM unnest($3::text[]) AS k ORDER BY k
     ON CONFLICT DO NOTHING`,
    [...key, keys],
  );
  const { rows } = await tx.query<{ key: string; used: Date; now: Date }>(
    "SELECT key, used_until AS used, clock_timestamp() AS now FROM send_pace WHERE workspace_id = $1 AND channel_account_id = $2 AND key = ANY($3::text[]) ORDER BY key FOR UPDATE",
    [...key, keys],
  );
  // The database's clock: a worker's own may be ahead of another's.
  const now = rows.at(-1)?.now ?? new Date(0);
  const used = new Map(rows.map((row) => [row.key, row.used.getTime()]));
  // After a hold it goes on at the pace, not with all that has been waiting.
  const from = Math.max(now.getTime(), used.get(holdKey) ?? 0);
  const next = slots.map((slot) => ({ ...slot, until: Math.ceil(Math.max(used.get(slot.key) ?? 0, from) + slot.stepMs) }));
  const wait = Math.max(from, ...next.map((one) => one.until - one.aheadMs)) - now.getTime();
  if (wait > within) return Math.ceil(wait);
  await tx.query(
    `UPDATE send_pace p SET used_until = n.until FROM unnest($3::text[], $4::timestamptz[]) AS n(key, until)
     WHERE p.workspace_id = $1 AND p.channel_account_id = $2 AND p.key = n.key`,
    [...key, next.map((one) => one.key), next.map((one) => new Date(one.until))],
  );
  return Math.max(0, Math.ceil(wait));
}

/** The platform lets nothing more of this account through for this long. */
export async function holdAccount(tx: Tx, account: Account, forMs: number): Promise<void> {
  await tx.query(
    `INSERT INTO send_pace (workspace_id, channel_account_id, key, used_until) VALUES ($1, $2, $3, clock_timestamp() + $4 * interval '1 millisecond')
     ON CONFLICT (workspace_id, channel_account_id, key) DO UPDATE SET used_until = greatest(send_pace.used_until, excluded.used_until)`,
    [account.workspaceId, account.channelAccountId, holdKey, forMs],
  );
}

export async function forgetPastPace(tx: Tx, now: Date): Promise<void> {
  await tx.query("DELETE FROM send_pace WHERE ctid IN (SELECT ctid FROM send_pace WHERE used_until < $1 LIMIT 1000 FOR UPDATE SKIP LOCKED)", [
    new Date(now.getTime() - 3_600_000),
  ]);
}
