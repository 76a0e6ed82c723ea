import type pg from "pg";
import type { Database, Tx } from "../client/index.ts";

export type NewWebhookEvent = {
  id: string;
  receivedAt: Date;
  endpointAccountId: string | null;
  lane: string;
  digest: Uint8Array;
  body: Uint8Array;
};

export type ClaimedWebhookEvent = { id: string; receivedAt: Date; endpointAccountId: string | null; body: Buffer; attempts: number };

/**
 * Group commit: requests that arrive while one INSERT is under way share the next one, so that durability costs one
 * flush of the disk for all of them. `store` settles after COMMIT; it rejects when the row could not be kept in time: 0.9 s,
 * and more for what is large. The same body at the same endpoint is one row.
 */
export function webhookInbox(database: Database): { store(event: NewWebhookEvent): Promise<void> } {
  type Waiting = { event: NewWebhookEvent; resolve: () => void; reject: (error: unknown) => void };
  let waiting: Waiting[] = [];
  let flushes = 0;
  let scheduled = false;

  async function flush(): Promise<void> {
    const batch = waiting;
    waiting = [];
    if (batch.length === 0) return;
    flushes++;
    try {
      await insert(
        database,
        batch.map((one) => one.event),
      );
      for (const one of batch) one.resolve();
    } catch (error) {
      for (const one of batch) one.reject(error);
    } finally {
      flushes--;
      schedule();
    }
  }
  function schedule(): void {
    // Two statements at most at once: one is being flushed to disk while the next gathers.
    if (scheduled || flushes >= 2 || waiting.length === 0) return;
    scheduled = true;
    setImmediate(() => {
      scheduled = false;
      void flush();
    });
  }

  return {
    store: (event) =>
      new Promise<void>((resolve, reject) => {
        const late = () => reject(Object.assign(new Error("the row was not committed in time"), { code: "57014" }));
        const timer = setTimeout(late, patience(event.body.byteLength));
        const settle = (done: () => void) => {
          clearTimeout(timer);
          done();
        };
        waiting.push({ event, resolve: () => settle(resolve), reject: (error) => settle(() => reject(error)) });
        schedule();
      }),
  };
}

/** An ordinary webhook is answered within a second, come what may; 3 MB, the most Meta sends, take a slow disk longer. */
const patience = (bytes: number): number => 900 + bytes / 1000;

async function insert(database: Database, events: NewWebhookEvent[]): Promise<void> {
  const statement: pg.QueryConfig & { query_timeout: number } = {
    // A connection that went silent must not hold up the webhooks behind it: their senders have given up by then.
    query_timeout: 600 + patience(events.reduce((sum, event) => sum + event.body.byteLength, 0)),
    name: "insert-webhook-events",
    text: `INSERT INTO webhook_events (id, received_at, endpoint_account_id, lane, digest, body, next_attempt_at)
      SELECT u.*, u.received_at FROM unnest($1::uuid[], $2::timestamptz[], $3::uuid[], $4::text[], $5::bytea[], $6::bytea[]) AS u(id, received_at, endpoint, lane, digest, body)
      ON CONFLICT (digest) DO NOTHING`,
    values: [
      events.map((event) => event.id),
      events.map((event) => event.receivedAt),
      events.map((event) => event.endpointAccountId),
      events.map((event) => event.lane),
      events.map((event) => event.digest),
      events.map((event) => event.body),
    ],
  };
  await database.entrance.query(statement);
}

/**
 * Claims up to `limit` pending events, the oldest of each lane first and every lane a fair share, so that one business'
 * flood does not delay another's single message. The rows stay locked until the transaction ends.
 */
export async function claimWebhookEvents(tx: Tx, limit: number, now: Date): Promise<ClaimedWebhookEvent[]> {
  const { rows } = await tx.query<ClaimedWebhookEvent>({
    name: "claim-webhook-events",
    text: `WITH RECURSIVE lanes AS (
        (SELECT lane FROM webhook_events WHERE state = 'pending' ORDER BY lane LIMIT 1)
        UNION ALL
        SELECT (SELECT w.lane FROM webhook_events w WHERE w.state = 'pending' AND w.lane > lanes.lane ORDER BY w.lane LIMIT 1)
        FROM lanes WHERE lanes.lane IS NOT NULL
      ), share AS (SELECT ceil($1::numeric / greatest(count(lane), 1))::int AS size FROM lanes)
      SELECT w.id, w.received_at AS "receivedAt", w.endpoint_account_id AS "endpointAccountId", w.body, w.attempts
      FROM lanes CROSS JOIN LATERAL (
        SELECT e.* FROM webhook_events e
        WHERE e.state = 'pending' AND e.lane = lanes.lane AND e.next_attempt_at <= $2
        ORDER BY e.id LIMIT (SELECT size FROM share) FOR UPDATE SKIP LOCKED
      ) w
      WHERE lanes.lane IS NOT NULL`,
    values: [limit, now],
  });
  return rows;
}

export async function claimWebhookEvent(tx: Tx, id: string): Promise<ClaimedWebhookEvent | undefined> {
  const { rows } = await tx.query<ClaimedWebhookEvent>(
    `SELECT id, received_at AS "receivedAt", endpoint_account_id AS "endpointAccountId", body, attempts
     FROM webhook_events WHERE id = $1 AND state = 'pending' FOR UPDATE SKIP LOCKED`,
    [id],
  );
  return rows[0];
}

export type SettledEvent = { id: string; state: "processed" | "quarantined" | "ignored"; reason: string | null };

export async function settleWebhookEvents(tx: Tx, settled: SettledEvent[], now: Date): Promise<void> {
  await tx.query({
    name: "settle-webhook-events",
    text: `UPDATE webhook_events e SET state = s.state, reason = s.reason, processed_at = $4
      FROM unnest($1::uuid[], $2::text[], $3::text[]) AS s(id, state, reason) WHERE e.id = s.id`,
    values: [settled.map((one) => one.id), settled.map((one) => one.state), settled.map((one) => one.reason), now],
  });
}

/** Leaves events pending for a later try; nothing is known to be wrong with them. */
export async function postponeWebhookEvents(tx: Tx, ids: string[], until: Date): Promise<void> {
  await tx.query("UPDATE webhook_events SET attempts = attempts + 1, next_attempt_at = $2 WHERE id = ANY($1::uuid[]) AND state = 'pending'", [
    ids,
    until,
  ]);
}

export type WebhookItemRow = {
  workspaceId: string;
  eventId: string;
  path: string;
  channelAccountId: string | null;
  outcome: "processed" | "quarantined" | "ignored";
  reason: string | null;
};

export async function recordWebhookItems(tx: Tx, items: WebhookItemRow[]): Promise<void> {
  if (items.length === 0) return;
  await tx.query({
    name: "record-webhook-items",
    text: `INSERT INTO webhook_items (workspace_id, event_id, path, channel_account_id, outcome, reason)
      SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::text[])
      ON CONFLICT (workspace_id, event_id, path) DO UPDATE
        SET outcome = excluded.outcome, reason = excluded.reason, channel_account_id = excluded.channel_account_id`,
    values: [
      items.map((item) => item.workspaceId),
      items.map((item) => item.eventId),
      items.map((item) => item.path),
      items.map((item) => item.channelAccountId),
      items.map((item) => item.outcome),
      items.map((item) => item.reason),
    ],
  });
}

/** Puts an event back to be drained again. False when there is no such event. */
export async function replayWebhookEvent(tx: Tx, id: string, now: Date): Promise<boolean> {
  const { rowCount } = await tx.query(
    "UPDATE webhook_events SET state = 'pending', attempts = 0, next_attempt_at = $2, reason = NULL WHERE id = $1",
    [id, now],
  );
  return rowCount === 1;
}

/** Events of the last days that named an account nobody had connected: they are drained again once somebody has. */
export async function replayUnknownAccount(tx: Tx, externalId: string, since: Date, now: Date): Promise<number> {
  const { rowCount } = await tx.query(
    `UPDATE webhook_events SET state = 'pending', attempts = 0, next_attempt_at = $3
     WHERE state IN ('ignored', 'processed') AND reason = 'unknown_account' AND received_at >= $2
       AND position(convert_to($1, 'UTF8') IN body) > 0`,
    [externalId, since, now],
  );
  return rowCount ?? 0;
}
