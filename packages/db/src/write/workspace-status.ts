import type { Tx } from "../client/index.ts";

/** Counting ends here: what is more does not change what anybody does. */
const countTo = { waiting: 1000, quarantined: 100 };

export type IngestLag = { oldestAt: Date | null; waiting: number; more: boolean };

/**
 * What has been stored and is not worked off yet, of a workspace's own accounts: whose a webhook is, is known only when it
 * is worked off, but its lane (the id in its first entry) tells before. The operator's includes what has no lane. Reads the
 * ends of the lanes in the index of pending events.
 */
export async function findIngestLag(tx: Tx, workspaceId: string, operator: boolean): Promise<IngestLag> {
  const { rows } = await tx.query<{ oldest: Date | null; waiting: number }>({
    name: "find-ingest-lag",
    text: `WITH lanes AS (
        SELECT CASE channel WHEN 'whatsapp' THEN coalesce(settings ->> 'wabaId', external_id) ELSE external_id END AS lane
        FROM channel_accounts WHERE workspace_id = $1 AND deleted_at IS NULL
        UNION SELECT '' WHERE $2::boolean
      )
      SELECT min(first.received_at) AS oldest, coalesce(sum(behind.count), 0)::int AS waiting FROM lanes
      CROSS JOIN LATERAL (SELECT e.received_at FROM webhook_events e WHERE e.state = 'pending' AND e.lane = lanes.lane ORDER BY e.id LIMIT 1) AS first
      CROSS JOIN LATERAL (
        SELECT count(*) AS count FROM (SELECT 1 FROM webhook_events e WHERE e.state = 'pending' AND e.lane = lanes.lane LIMIT $3) AS one) AS behind`,
    values: [workspaceId, operator, countTo.waiting + 1],
  });
  const { oldest = null, waiting = 0 } = rows[0] ?? {};
  return { oldestAt: oldest, waiting: Math.min(waiting, countTo.waiting), more: waiting > countTo.waiting };
}

/** How many webhooks of a workspace are in quarantine; the operator's include those that are nobody's. */
export async function countQuarantined(tx: Tx, workspaceId: string, operator: boolean): Promise<{ count: number; more: boolean }> {
  const { rows } = await tx.query<{ count: number }>({
    name: "count-quarantined",
    text: `SELECT count(*)::int AS count FROM (
        (SELECT DISTINCT event_id AS id FROM webhook_items WHERE workspace_id = $1 AND outcome = 'quarantined' LIMIT $3)
        UNION
        (SELECT e.id FROM webhook_events e WHERE $2::boolean AND e.state = 'quarantined'
           AND (SELECT 1 FROM webhook_items o WHERE o.event_id = e.id LIMIT 1) IS NULL LIMIT $3)) AS events`,
    values: [workspaceId, operator, countTo.quarantined + 1],
  });
  const count = rows[0]?.count ?? 0;
  return { count: Math.min(count, countTo.quarantined), more: count > countTo.quarantined };
}

export type QuietAccount = { id: string; channel: string; name: string; quiet: { since: string; usual: number; hours: number } };

export async function findQuietAccounts(tx: Tx, workspaceId: string): Promise<QuietAccount[]> {
  const { rows } = await tx.query<QuietAccount>(
    "SELECT id, channel, name, quiet FROM channel_accounts WHERE workspace_id = $1 AND quiet IS NOT NULL AND deleted_at IS NULL AND state <> 'disabled' ORDER BY created_at, id",
    [workspaceId],
  );
  return rows;
}
