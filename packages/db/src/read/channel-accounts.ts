import { type Actor, type Channel, fail, ok, type Result, toTypeId } from "@onethread/core";
import type { ChannelAccount } from "@onethread/core/api";
import { type Database, forWorkspace, type Tx } from "../client/index.ts";

// biome-ignore lint/suspicious/noExplicitAny: one wide row, mapped field by field right below
type Row = Record<string, any>;

const columns = `id, channel, external_id, name, settings, state, access_token IS NOT NULL AS has_token, app_secret IS NOT NULL AS own_app, last_inbound_at, last_outbound_at, last_handshake_at,
  last_error, last_error_at, checks, blocked_reason, blocked_at, blocked_until, platform_facts, quiet, created_at`;

export async function readChannelAccounts(database: Database, actor: Actor, simulated: boolean): Promise<ChannelAccount[]> {
  const { rows } = await forWorkspace(database, actor.workspaceId, (tx) =>
    tx.query<Row>(`SELECT ${columns} FROM channel_accounts WHERE workspace_id = $1 AND deleted_at IS NULL ORDER BY created_at, id`, [
      actor.workspaceId,
    ]),
  );
  return rows.map((row) => toAccount(row, simulated));
}

export async function readChannelAccount(database: Database, actor: Actor, id: string, simulated: boolean): Promise<Result<ChannelAccount>> {
  const row = await find(database, actor, id);
  return row ? ok(toAccount(row, simulated)) : fail("not_found", "There is no such channel account.");
}

export async function readChannelHealth(database: Database, actor: Actor, id: string) {
  const row = await find(database, actor, id);
  if (!row) return fail("not_found", "There is no such channel account.");
  const iso = (date: Date | null) => date?.toISOString() ?? null;
  return ok({
    state: row.state,
    lastInboundAt: iso(row.last_inbound_at),
    lastOutboundAt: iso(row.last_outbound_at),
    lastHandshakeAt: iso(row.last_handshake_at),
    lastError:
      row.last_error && row.last_error_at
        ? { code: row.last_error.code, message: row.last_error.message, at: row.last_error_at.toISOString() }
        : null,
    checks: row.checks,
    webhookVia: row.own_app ? "own_app" : "installation",
    blocked:
      row.blocked_reason && row.blocked_at ? { reason: row.blocked_reason, at: row.blocked_at.toISOString(), until: iso(row.blocked_until) } : null,
    facts: row.platform_facts,
    quiet: row.state === "disabled" ? null : row.quiet,
  });
}

async function find(database: Database, actor: Actor, id: string): Promise<Row | undefined> {
  const { rows } = await forWorkspace(database, actor.workspaceId, (tx) =>
    tx.query<Row>(`SELECT ${columns} FROM channel_accounts WHERE workspace_id = $1 AND id = $2 AND deleted_at IS NULL`, [actor.workspaceId, id]),
  );
  return rows[0];
}

function toAccount(row: Row, simulated: boolean): ChannelAccount {
  const id = toTypeId("channelAccount", row.id);
  return {
    id,
    channel: row.channel,
    externalId: row.external_id,
    name: row.name,
    settings: row.settings,
    state: row.state,
    hasAccessToken: row.has_token,
    // An app of its own signs with a secret of its own, at an address of its own.
    webhookPath: row.own_app ? `/webhooks/meta/${id}` : "/webhooks/meta",
    // No platform carries web chat, and so nobody stands in for one.
    simulated: simulated && row.channel !== "webchat",
    createdAt: row.created_at.toISOString(),
  };
}

/** What writing first has to know of an account: its channel, and the scope of its business-scoped ids. */
export async function readAccountForStart(tx: Tx, workspaceId: string, id: string): Promise<{ channel: Channel; scope: string } | null> {
  const { rows } = await tx.query<{ channel: Channel; scope: string }>(
    `SELECT channel, coalesce(settings ->> 'portfolioId', settings ->> 'wabaId', external_id) AS scope FROM channel_accounts
     WHERE workspace_id = $1 AND id = $2 AND deleted_at IS NULL`,
    [workspaceId, id],
  );
  return rows[0] ?? null;
}
