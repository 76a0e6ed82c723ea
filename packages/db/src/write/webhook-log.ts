import type { Tx } from "../client/index.ts";

type WebhookState = "pending" | "quarantined" | "processed" | "ignored";

export type WebhookLogRow = {
  id: string;
  state: WebhookState;
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
  state?: WebhookState | undefined;
  channelAccountId?: string | undefined;
  before?: string | undefined;
  limit: number;
};

export async function isOperator(tx: Tx, workspaceId: string): Promise<boolean> {
  const { rowCount } = await tx.query("SELECT 1 FROM workspaces WHERE id = $1 AND operator", [workspaceId]);
  return rowCount === 1;
}

// $1 workspace, $2 operator, $3 id, $4 before, $5 channel account, $6 limit. `e`: an event. What is asked about an event is
// written as a lateral or scalar subquery: those run for the rows that are looked at and no others, whatever the planner
// believes about the tables. EXISTS would be turned into a hash of all items.

const isAccount = (alias: string) => `($5::uuid IS NULL OR ${alias}.channel_account_id = $5)`;
const mine = `CROSS JOIN LATERAL (
  SELECT count(*) > 0 AS any, bool_or(${isAccount("i")}) AS of_account, bool_or(i.outcome = 'quarantined') AS quarantined,
    bool_or(i.outcome = 'processed') AS processed,
    coalesce(jsonb_agg(jsonb_build_object('path', i.path, 'channelAccountId', i.channel_account_id, 'outcome', i.outcome, 'reason', i.reason)
      ORDER BY i.path), '[]') AS items
  FROM webhook_items i WHERE i.workspace_id = $1 AND i.event_id = e.id) AS mine`;
/** Nobody's: named no account that anybody has, was malformed, or was not looked at yet. */
const nobodys = "(SELECT 1 FROM webhook_items o WHERE o.event_id = e.id LIMIT 1) IS NULL";

/**
 * For a workspace, an event's state is the worst of its own items; an event that is being drained (again) is pending. The
 * operator is also told what became of the rest of the event.
 */
const state = `CASE WHEN mine.quarantined THEN 'quarantined' WHEN e.state = 'pending' THEN 'pending'
  WHEN mine.processed THEN 'processed' WHEN mine.any AND NOT $2 THEN 'ignored' ELSE e.state END`;

/** Where the walk begins: each reads one index from its end and stops at the limit. */
function walks(filter: WebhookLogFilter): string[] {
  const place = (column: string) => `($3::uuid IS NULL OR ${column} = $3) AND ($4::uuid IS NULL OR ${column} < $4)`;
  const is = filter.state ? `${state} = '${filter.state}'` : "true";
  /** Each event once: by the first of its items that meet the condition. */
  const byItems = (condition: (alias: string) => string) =>
    `SELECT i.event_id AS id FROM webhook_items i JOIN webhook_events e ON e.id = i.event_id ${filter.state ? mine : ""}
     WHERE i.workspace_id = $1 AND ${condition("i")} AND ${place("i.event_id")} AND ${is}${filter.state ? " AND mine.of_account" : ""}
       AND i.path = (SELECT min(f.path) FROM webhook_items f WHERE f.workspace_id = $1 AND f.event_id = i.event_id AND ${condition("f")})
     ORDER BY i.event_id DESC LIMIT $6`;
  const byEvents = (of: WebhookState, visible: string) =>
    `SELECT e.id FROM webhook_events e ${mine} WHERE e.state = '${of}' AND ${visible} AND ${place("e.id")} AND ${is} ORDER BY e.id DESC LIMIT $6`;
  // An account's events are those with an item of it.
  const strangers = filter.operator && !filter.channelAccountId;
  const visible = strangers ? `(mine.any OR ${nobodys})` : "mine.of_account";
  const outcome = (wanted: string) => (alias: string) => `${alias}.outcome = '${wanted}'`;

  if (filter.state === "pending") return [byEvents("pending", visible)];
  if (filter.state === "quarantined") return [byItems(outcome("quarantined")), ...(filter.operator ? [byEvents("quarantined", visible)] : [])];
  if (filter.state === "ignored") return [filter.operator ? byEvents("ignored", visible) : byItems(outcome("ignored"))];
  if (filter.state === "processed") return [byItems(isAccount)];
  const others = strangers ? (["pending", "quarantined", "ignored"] as const).map((of) => byEvents(of, nobodys)) : [];
  return [byItems(isAccount), ...others];
}

/** Events with this workspace's items, newest first, and for the operator those that are nobody's. */
export async function findWebhookLog(tx: Tx, filter: WebhookLogFilter): Promise<WebhookLogRow[]> {
  const { rows } = await tx.query<WebhookLogRow>(
    `WITH page AS MATERIALIZED (
       SELECT DISTINCT id FROM (${walks(filter)
         .map((walk) => `(${walk})`)
         .join(" UNION ALL ")}) AS found ORDER BY id DESC LIMIT $6)
     SELECT e.id, e.received_at AS "receivedAt", e.body, CASE WHEN $2 OR NOT mine.any THEN e.reason END AS reason, ${state} AS state, mine.items
     FROM page JOIN webhook_events e ON e.id = page.id ${mine} ORDER BY e.id DESC`,
    [filter.workspaceId, filter.operator, filter.id ?? null, filter.before ?? null, filter.channelAccountId ?? null, filter.limit],
  );
  return rows;
}

/**
 * The webhook that brought an item of a timeline: an item has the time its webhook was received at, to the millisecond.
 * Where several came in then, the one that names it. undefined: it came from no webhook, or from one that is gone.
 */
export async function findWebhookOfItem(tx: Tx, workspaceId: string, itemId: string): Promise<string | undefined> {
  const { rows } = await tx.query<{ id: string }>(
    `SELECT e.id FROM items i JOIN webhook_events e ON e.received_at = i.received_at
     WHERE i.workspace_id = $1 AND i.id = $2 AND EXISTS (
       SELECT 1 FROM webhook_items w WHERE w.workspace_id = $1 AND w.event_id = e.id AND w.channel_account_id = i.channel_account_id)
     ORDER BY coalesce(position(convert_to(i.external_id, 'UTF8') IN e.body), 0) > 0 DESC, e.id LIMIT 1`,
    [workspaceId, itemId],
  );
  return rows[0]?.id;
}
