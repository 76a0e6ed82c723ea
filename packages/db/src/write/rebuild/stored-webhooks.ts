import type { Tx } from "../../client/index.ts";
import type { RoutedAccount } from "../channel-accounts.ts";
import type { WebhookItemRow } from "../webhook-events.ts";

/**
 * Makes the transaction show one moment, however long it lasts: what comes in meanwhile is not part of it. The first
 * thing to be said in a transaction; it can only read.
 */
export async function beginSnapshot(tx: Tx): Promise<void> {
  await tx.query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
  await tx.query("SELECT set_config('statement_timeout', '0', true), set_config('idle_in_transaction_session_timeout', '0', true)");
}

/** A look at the whole of a large table: it may take longer than a statement of a screen or a drain. Milliseconds. */
const patience = 10 * 60_000;
export const slowly = (text: string, values: unknown[] = []) => ({ text, values, query_timeout: patience });

/** When a webhook took effect: when it was worked off, and never before it came in. Milliseconds. */
export type StoredWebhookHead = { id: string; at: number; bytes: number };

/** Webhooks that were worked off, in the order in which they were. A page of ids; bodies are read in smaller portions. */
export async function listStoredWebhooks(tx: Tx, after: StoredWebhookHead | null, limit: number): Promise<StoredWebhookHead[]> {
  const { rows } = await tx.query<{ id: string; at: Date; bytes: number }>(
    slowly(inOrder, [after ? new Date(after.at) : null, after?.id ?? null, limit]),
  );
  return rows.map((row) => ({ ...row, at: row.at.getTime() }));
}
const inOrder = `SELECT id, at, bytes FROM (
    SELECT id, greatest(received_at, coalesce(processed_at, received_at)) AS at, octet_length(body) AS bytes FROM webhook_events WHERE state <> 'pending') w
  WHERE $1::timestamptz IS NULL OR (at, id) > ($1::timestamptz, $2::uuid) ORDER BY at, id LIMIT $3`;

export async function countStoredWebhooks(tx: Tx): Promise<{ settled: number; pending: number }> {
  const { rows } = await tx.query<{ settled: number; pending: number }>(
    slowly(
      "SELECT count(*) FILTER (WHERE state <> 'pending')::int AS settled, count(*) FILTER (WHERE state = 'pending')::int AS pending FROM webhook_events",
    ),
  );
  return rows[0] ?? { settled: 0, pending: 0 };
}

export type StoredWebhook = {
  id: string;
  receivedAt: Date;
  /** When it was worked off; when it came in where nobody has noted that. */
  processedAt: Date;
  endpointAccountId: string | null;
  body: Buffer;
  attempts: number;
  state: "processed" | "ignored" | "quarantined";
  reason: string | null;
};

export async function readStoredWebhooks(tx: Tx, ids: readonly string[]): Promise<StoredWebhook[]> {
  const { rows } = await tx.query<StoredWebhook>(
    `SELECT id, received_at AS "receivedAt", coalesce(processed_at, received_at) AS "processedAt", endpoint_account_id AS "endpointAccountId", body, attempts, state, reason
     FROM webhook_events WHERE id = ANY($1::uuid[])`,
    [ids],
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** What was written down of each item of these webhooks when they were worked off. */
export async function readRecordedItems(tx: Tx, ids: readonly string[]): Promise<WebhookItemRow[]> {
  const { rows } = await tx.query<WebhookItemRow>(
    `SELECT workspace_id AS "workspaceId", event_id AS "eventId", path, channel_account_id AS "channelAccountId", outcome, reason
     FROM webhook_items WHERE event_id = ANY($1::uuid[])`,
    [ids],
  );
  return rows;
}

export type KeptAccount = RoutedAccount & { createdAt: Date; deletedAt: Date | null };

/** All channel accounts there are or were: what came in through one that is gone still stands on timelines. */
export async function readKeptAccounts(tx: Tx): Promise<KeptAccount[]> {
  const { rows } = await tx.query<KeptAccount>(
    `SELECT workspace_id AS "workspaceId", id, channel, external_id AS "externalId", settings, state, app_id AS "appId", app_secret AS "appSecret",
       created_at AS "createdAt", deleted_at AS "deletedAt" FROM channel_accounts`,
  );
  return rows;
}

/** How many of these webhooks still wait to be worked off. */
export async function countPending(tx: Tx, ids: readonly string[]): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(
    "SELECT count(*)::int AS count FROM webhook_events WHERE id = ANY($1::uuid[]) AND state = 'pending'",
    [ids],
  );
  return rows[0]?.count ?? 0;
}
