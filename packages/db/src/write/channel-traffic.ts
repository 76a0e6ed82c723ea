import type { Tx } from "../client/index.ts";

/** Transactions last seconds: what was numbered this long ago is committed, or never will be. Milliseconds. */
const settledAfterMs = 50_000;
/** So many items are counted in one transaction. */
const portion = 200_000;

/** Messages of customers that came in live. History that was imported tells nothing about today. */
const written = "direction = 'inbound' AND type = 'message' AND channel_account_id IS NOT NULL AND NOT ('history' = ANY (sources))";

/**
 * Counts messages that customers wrote since the last time into the hours they came in. Each item is counted once, by its
 * number: found by a block range index, which costs the writing of items next to nothing. Answers whether there is more to count.
 */
export async function countTraffic(tx: Tx, now: Date): Promise<boolean> {
  const { rows } = await tx.query<{ from: string; to: string; at: Date }>(
    `SELECT counted_to AS "from", count_to AS "to", looked_at AS at FROM traffic_mark WHERE id = 1 FOR UPDATE SKIP LOCKED`,
  );
  const mark = rows[0];
  if (!mark || now.getTime() - mark.at.getTime() < settledAfterMs) return false;
  const [from, to] = [BigInt(mark.from), BigInt(mark.to)];
  const end = from + BigInt(portion) < to ? from + BigInt(portion) : to;
  if (from < end) {
    await tx.query(
      `INSERT INTO channel_traffic (workspace_id, channel_account_id, hour, messages)
       SELECT workspace_id, channel_account_id, date_trunc('hour', received_at, 'UTC'), count(*)::int FROM items
       WHERE seq > $1::bigint AND seq <= $2::bigint AND ${written} GROUP BY 1, 2, 3
       ON CONFLICT (workspace_id, channel_account_id, hour) DO UPDATE SET messages = channel_traffic.messages + excluded.messages`,
      [String(from), String(end)],
    );
    await tx.query("UPDATE traffic_mark SET counted_to = $1::bigint WHERE id = 1", [String(end)]);
  }
  if (end < to) return true;
  // What is numbered by now is counted the next time: until then all of it is committed.
  await tx.query("UPDATE traffic_mark SET count_to = coalesce(pg_sequence_last_value('items_seq_seq'), 0), looked_at = $1 WHERE id = 1", [now]);
  return false;
}

export type AccountTraffic = {
  workspaceId: string;
  channelAccountId: string;
  createdAt: Date;
  /** The first hour anything was counted in. */
  firstHour: Date | null;
  quiet: { since: string; usual: number; hours: number } | null;
  /** By hours ago, of weeks ago: `{ weeks, hours, messages }`. */
  counts: { weeks: number; hours: number; messages: number }[];
  /** Messages that are not counted yet. */
  fresh: boolean;
};

/** What came in at this time of this weekday, now and up to eight weeks ago, of all accounts that can be judged. */
export async function readTraffic(tx: Tx, hourStart: Date): Promise<AccountTraffic[]> {
  const { rows } = await tx.query<AccountTraffic>(
    `WITH fresh AS MATERIALIZED (
       SELECT DISTINCT workspace_id, channel_account_id FROM items WHERE seq > (SELECT counted_to FROM traffic_mark WHERE id = 1) AND ${written})
     SELECT a.workspace_id AS "workspaceId", a.id AS "channelAccountId", a.created_at AS "createdAt", a.quiet,
       (SELECT t.hour FROM channel_traffic t WHERE t.workspace_id = a.workspace_id AND t.channel_account_id = a.id ORDER BY t.hour LIMIT 1) AS "firstHour",
       coalesce((SELECT jsonb_agg(jsonb_build_object('weeks', w.ago, 'messages', t.messages,
           'hours', round(extract(epoch FROM $1::timestamptz - w.ago * interval '168 hours' - t.hour) / 3600) - 1))
         FROM generate_series(0, 8) AS w(ago) JOIN channel_traffic t ON t.workspace_id = a.workspace_id AND t.channel_account_id = a.id
           AND t.hour >= $1::timestamptz - w.ago * interval '168 hours' - interval '24 hours'
           AND t.hour <= CASE w.ago WHEN 0 THEN $1::timestamptz ELSE $1::timestamptz - w.ago * interval '168 hours' - interval '1 hour' END), '[]') AS counts,
       EXISTS (SELECT 1 FROM fresh f WHERE f.workspace_id = a.workspace_id AND f.channel_account_id = a.id) AS fresh
     FROM channel_accounts a WHERE a.deleted_at IS NULL AND a.state <> 'disabled'`,
    [hourStart],
  );
  return rows;
}

export type QuietChange = {
  workspaceId: string;
  channelAccountId: string;
  quiet: { since: string; usual: number; hours: number } | null;
  /** A new entry of the account's log; null: it was quiet before and still is. */
  entry: { eventId: string; code: string; level: string; data: Record<string, unknown> } | null;
};

/** Notes that accounts have gone quiet, or talk again, and writes it into their logs. */
export async function noteQuiet(tx: Tx, changes: readonly QuietChange[], now: Date): Promise<void> {
  await tx.query(
    `WITH changes AS (SELECT * FROM json_to_recordset($1::json) AS c("workspaceId" uuid, "channelAccountId" uuid, quiet jsonb, entry jsonb)),
       noted AS (UPDATE channel_accounts a SET quiet = nullif(c.quiet, 'null'::jsonb) FROM changes c WHERE a.workspace_id = c."workspaceId" AND a.id = c."channelAccountId")
     INSERT INTO channel_log (workspace_id, channel_account_id, event_id, path, occurred_at, received_at, code, level, data)
     SELECT "workspaceId", "channelAccountId", (entry ->> 'eventId')::uuid, 'ours', $2, $2, entry ->> 'code', entry ->> 'level', entry -> 'data'
     FROM changes WHERE jsonb_typeof(entry) = 'object'`,
    [JSON.stringify(changes), now],
  );
}

/** Takes hours away that no rule looks at any more. */
export async function forgetOldTraffic(tx: Tx, before: Date): Promise<void> {
  await tx.query("DELETE FROM channel_traffic WHERE hour < $1", [before]);
}
