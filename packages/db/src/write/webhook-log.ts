import type { Tx } from "../client/index.ts";

export type WebhookLogRow = {
  id: string;
  state: "pending" | "processed" | "quarantined" | "ignored";
  receivedAt: Date;
  body: Buffer;
  reason: string | null;
  items: { path: string; channelAccountId: string | null; outcome: "processed" | "quarantined" | "ignored"; reason: string | null }[];
};

export type WebhookLogFilter = {
  workspaceId: string;
  /** Sees events that are nobody's. */
  operator: boolean;
  id?: string | undefined;
  state?: string | undefined;
  channelAccountId?: string | undefined;
  before?: string | undefined;
  limit: number;
};

export async function isOperator(tx: Tx, workspaceId: string): Promise<boolean> {
  const { rowCount } = await tx.query("SELECT 1 FROM workspaces WHERE id = $1 AND operator", [workspaceId]);
  return rowCount === 1;
}

/**
 * Events with this workspace's items. For a workspace, an event's state is the worst of its own items; an event that is
 * being drained (again) is pending.
 */
export async function findWebhookLog(tx: Tx, filter: WebhookLogFilter): Promise<WebhookLogRow[]> {
  const { rows } = await tx.query<WebhookLogRow>(
    `SELECT * FROM (
       SELECT e.id, e.received_at AS "receivedAt", e.body, CASE WHEN count(i.path) = 0 OR $2 THEN e.reason END AS reason,
         CASE WHEN bool_or(i.outcome = 'quarantined') THEN 'quarantined' WHEN e.state = 'pending' THEN 'pending'
           WHEN bool_or(i.outcome = 'processed') THEN 'processed' WHEN count(i.path) > 0 AND NOT $2 THEN 'ignored' ELSE e.state END AS state,
         coalesce(jsonb_agg(jsonb_build_object('path', i.path, 'channelAccountId', i.channel_account_id, 'outcome', i.outcome, 'reason', i.reason) ORDER BY i.path)
           FILTER (WHERE i.path IS NOT NULL), '[]') AS items
       FROM webhook_events e LEFT JOIN webhook_items i ON i.event_id = e.id AND i.workspace_id = $1
       WHERE ($3::uuid IS NULL OR e.id = $3) AND ($4::uuid IS NULL OR e.id < $4)
         AND ($5::uuid IS NULL OR i.channel_account_id = $5)
         AND (i.path IS NOT NULL OR ($2 AND NOT EXISTS (SELECT 1 FROM webhook_items o WHERE o.event_id = e.id AND o.workspace_id <> $1)))
       GROUP BY e.id) AS log
     WHERE $6::text IS NULL OR state = $6 ORDER BY id DESC LIMIT $7`,
    [
      filter.workspaceId,
      filter.operator,
      filter.id ?? null,
      filter.before ?? null,
      filter.channelAccountId ?? null,
      filter.state ?? null,
      filter.limit,
    ],
  );
  return rows;
}
