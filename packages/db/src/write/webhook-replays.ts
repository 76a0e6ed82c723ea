import type { Tx } from "../client/index.ts";

export type ReplayFilter = { workspaceId: string; operator: boolean; state: "quarantined" | "ignored"; channelAccountId: string | null };

export type ReplayRow = {
  id: string;
  byName: string | null;
  state: "quarantined" | "ignored";
  channelAccountId: string | null;
  total: number;
  reached: string | null;
  startedAt: Date;
  finishedAt: Date | null;
};

const columns = `id, by_name AS "byName", state, channel_account_id AS "channelAccountId", total, reached, started_at AS "startedAt", finished_at AS "finishedAt"`;

/** Counting ends here. */
const countTo = 100_000;

/**
 * Events to put back, $5 of them, in the order of their ids, beyond the last one ($4) and not younger than the replay ($6).
 * $1 workspace, $2 state, $3 account, $7 operator: who runs the instance also puts back what is nobody's.
 */
const matching = `SELECT id FROM (
    (SELECT DISTINCT i.event_id AS id FROM webhook_items i
       WHERE i.workspace_id = $1 AND i.outcome = $2 AND i.outcome <> 'processed' AND ($3::uuid IS NULL OR i.channel_account_id = $3)
         AND ($4::uuid IS NULL OR i.event_id > $4) AND i.event_id < $6 ORDER BY i.event_id LIMIT $5)
    UNION
    (SELECT e.id FROM webhook_events e
       WHERE $7::boolean AND $3::uuid IS NULL AND e.state = $2 AND ($4::uuid IS NULL OR e.id > $4) AND e.id < $6
         AND (SELECT 1 FROM webhook_items o WHERE o.event_id = e.id LIMIT 1) IS NULL ORDER BY e.id LIMIT $5)) AS found
  ORDER BY id LIMIT $5`;

const values = (filter: ReplayFilter, after: string | null, limit: number, replayId: string) => [
  filter.workspaceId,
  filter.state,
  filter.channelAccountId,
  after,
  limit,
  replayId,
  filter.operator,
];

/** `id`: an id made now; what comes in later is not part of the replay. */
export async function addReplay(tx: Tx, filter: ReplayFilter, replay: { id: string; byName: string | null; at: Date }): Promise<void> {
  const { rows } = await tx.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM (${matching}) AS all_of_them`,
    values(filter, null, countTo, replay.id),
  );
  await tx.query(
    `INSERT INTO webhook_replays (workspace_id, id, by_name, state, channel_account_id, total, started_at, touched_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $7)`,
    [filter.workspaceId, replay.id, replay.byName, filter.state, filter.channelAccountId, rows[0]?.count ?? 0, replay.at],
  );
}

export async function findReplay(tx: Tx, workspaceId: string, id: string): Promise<ReplayRow | undefined> {
  const { rows } = await tx.query<ReplayRow>(`SELECT ${columns} FROM webhook_replays WHERE workspace_id = $1 AND id = $2`, [workspaceId, id]);
  return rows[0];
}

/** An unfinished replay, for whoever works on it until the transaction ends; undefined: finished, or somebody else does. */
export async function claimReplay(tx: Tx, workspaceId: string, id: string): Promise<ReplayRow | undefined> {
  const { rows } = await tx.query<ReplayRow>(
    `SELECT ${columns} FROM webhook_replays WHERE workspace_id = $1 AND id = $2 AND finished_at IS NULL FOR UPDATE SKIP LOCKED`,
    [workspaceId, id],
  );
  return rows[0];
}

/** Puts the next `limit` events back to be drained. Answers how many there were, and remembers how far it came. */
export async function replayNext(tx: Tx, filter: ReplayFilter, replay: ReplayRow, limit: number, now: Date): Promise<number> {
  const { rows } = await tx.query<{ id: string }>(matching, values(filter, replay.reached, limit, replay.id));
  await tx.query(
    `UPDATE webhook_events SET state = 'pending', attempts = 0, next_attempt_at = $2, reason = NULL, replay_id = $3 WHERE id = ANY($1::uuid[])`,
    [rows.map((row) => row.id), now, replay.id],
  );
  await tx.query("UPDATE webhook_replays SET reached = coalesce($3, reached), touched_at = $4 WHERE workspace_id = $1 AND id = $2", [
    filter.workspaceId,
    replay.id,
    rows.at(-1)?.id ?? null,
    now,
  ]);
  return rows.length;
}

export async function finishReplay(tx: Tx, workspaceId: string, id: string, now: Date): Promise<void> {
  await tx.query("UPDATE webhook_replays SET finished_at = $3 WHERE workspace_id = $1 AND id = $2", [workspaceId, id, now]);
}

/** Replays that nobody has gone on with since: their job was lost. */
export async function findForsakenReplays(tx: Tx, before: Date): Promise<{ workspaceId: string; replayId: string }[]> {
  const { rows } = await tx.query<{ workspaceId: string; replayId: string }>(
    `SELECT workspace_id AS "workspaceId", id AS "replayId" FROM webhook_replays WHERE finished_at IS NULL AND touched_at < $1 LIMIT 100`,
    [before],
  );
  return rows;
}

export type ReplayOutcomes = { waiting: number; processed: number; ignored: number; quarantined: number };

/** What has become of the events that a replay put back, as this workspace sees them: the worst of its items counts. */
export async function countReplayed(tx: Tx, workspaceId: string, replayId: string): Promise<ReplayOutcomes> {
  const { rows } = await tx.query<{ state: string; count: number }>(
    `SELECT CASE WHEN e.state = 'pending' THEN 'waiting' WHEN mine.quarantined THEN 'quarantined' WHEN mine.processed THEN 'processed'
         WHEN mine.any THEN 'ignored' ELSE e.state END AS state, count(*)::int AS count
     FROM webhook_events e CROSS JOIN LATERAL (
       SELECT count(*) > 0 AS any, bool_or(i.outcome = 'quarantined') AS quarantined, bool_or(i.outcome = 'processed') AS processed
       FROM webhook_items i WHERE i.workspace_id = $1 AND i.event_id = e.id) AS mine
     WHERE e.replay_id = $2 GROUP BY 1`,
    [workspaceId, replayId],
  );
  const found = Object.fromEntries(rows.map(({ state, count }) => [state, count]));
  return { waiting: found.waiting ?? 0, processed: found.processed ?? 0, ignored: found.ignored ?? 0, quarantined: found.quarantined ?? 0 };
}

/** How many of a replay's events wait for the drain. */
export async function countWaiting(tx: Tx, replayId: string): Promise<number> {
  const { rows } = await tx.query<{ count: number }>("SELECT count(*)::int AS count FROM webhook_events WHERE replay_id = $1 AND state = 'pending'", [
    replayId,
  ]);
  return rows[0]?.count ?? 0;
}
