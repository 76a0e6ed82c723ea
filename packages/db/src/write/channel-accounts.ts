import type { AccountRef, Channel } from "@onethread/core";
import type { Tx } from "../client/index.ts";
import { sendingProven } from "./webhook-knocks.ts";

export type RoutedAccount = {
  workspaceId: string;
  id: string;
  channel: Channel;
  externalId: string;
  settings: {
    wabaId?: string;
    portfolioId?: string;
    displayPhoneNumber?: string;
    username?: string;
    flavour?: "instagram_login" | "page";
    pageId?: string;
  };
  state: string;
  appId: string | null;
  appSecret: Buffer | null;
};

const columns = `workspace_id AS "workspaceId", id, channel, external_id AS "externalId", settings, state, app_id AS "appId", app_secret AS "appSecret"`;

/** The connected accounts that items name: by their id at the platform, or all numbers of a WABA. */
export async function findAccounts(tx: Tx, refs: readonly AccountRef[]): Promise<RoutedAccount[]> {
  const byId = refs.flatMap((ref) => ("externalId" in ref ? [ref] : []));
  const wabas = refs.flatMap((ref) => ("wabaId" in ref ? [ref.wabaId] : []));
  const { rows } = await tx.query<RoutedAccount>({
    name: "find-accounts",
    text: `SELECT ${columns} FROM channel_accounts
      WHERE deleted_at IS NULL AND (channel, external_id) IN (SELECT * FROM unnest($1::text[], $2::text[]))
      UNION
      SELECT ${columns} FROM channel_accounts
      WHERE deleted_at IS NULL AND channel = 'whatsapp' AND settings ->> 'wabaId' = ANY($3::text[])`,
    values: [byId.map((ref) => ref.channel), byId.map((ref) => ref.externalId), wabas],
  });
  return rows;
}

export async function findAccountById(
  tx: Tx,
  id: string,
): Promise<(RoutedAccount & { verifyToken: Buffer | null; firstWebhookAt: Date | null }) | undefined> {
  const { rows } = await tx.query(
    `SELECT ${columns}, verify_token AS "verifyToken", first_webhook_at AS "firstWebhookAt" FROM channel_accounts WHERE id = $1 AND deleted_at IS NULL`,
    [id],
  );
  return rows[0];
}

export type AccountNote = {
  workspaceId: string;
  id: string;
  seenAt: Date;
  facts: { wabaId?: string | undefined; displayPhoneNumber?: string | undefined; coexistence?: string | undefined };
};

/**
 * A sign of life: moves "last inbound" forward at most once in 30 s (every message would otherwise write the row), and
 * fills settings that are still empty from what the webhook told. The first one makes an account active whose token works.
 */
export async function noteInbound(tx: Tx, notes: readonly AccountNote[]): Promise<void> {
  if (notes.length === 0) return;
  await tx.query({
    name: "note-inbound",
    text: `UPDATE channel_accounts a SET last_inbound_at = greatest(a.last_inbound_at, n.seen_at), settings = n.facts || a.settings,
        first_webhook_at = coalesce(a.first_webhook_at, n.seen_at),
        state = CASE WHEN a.state = 'connecting' AND ${sendingProven} THEN 'active' ELSE a.state END
      FROM json_to_recordset($1::json) AS n(workspace_id uuid, id uuid, seen_at timestamptz, facts jsonb)
      WHERE a.workspace_id = n.workspace_id AND a.id = n.id
        AND (a.last_inbound_at IS NULL OR a.first_webhook_at IS NULL OR n.seen_at > a.last_inbound_at + interval '30 seconds' OR NOT (a.settings @> (n.facts || a.settings)))`,
    values: [JSON.stringify(notes.map((n) => ({ workspace_id: n.workspaceId, id: n.id, seen_at: n.seenAt, facts: n.facts })))],
  });
}

export async function noteHandshake(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.query("UPDATE channel_accounts SET last_handshake_at = $2 WHERE id = $1", [id, at]);
}

export async function findAccountToCheck(
  tx: Tx,
  workspaceId: string,
  id: string,
): Promise<{ channel: string; externalId: string; flavour: string | null; accessToken: Buffer | null } | undefined> {
  const { rows } = await tx.query(
    `SELECT channel, external_id AS "externalId", settings ->> 'flavour' AS flavour, access_token AS "accessToken" FROM channel_accounts
     WHERE workspace_id = $1 AND id = $2 AND deleted_at IS NULL`,
    [workspaceId, id],
  );
  return rows[0];
}

export type SavedChecks = {
  workspaceId: string;
  id: string;
  checks: unknown[];
  settings: Record<string, string>;
  error: unknown;
  proven: boolean;
  at: Date;
};

/** Keeps what checks found. Settings a person made are not overwritten. Proven well: active, once a signed webhook has come; proven broken: degraded. */
export async function saveChecks(tx: Tx, saved: SavedChecks): Promise<void> {
  await tx.query(
    `UPDATE channel_accounts SET checks = $3, settings = $4::jsonb || settings,
       last_error = CASE WHEN $5::jsonb IS NOT NULL THEN $5 WHEN $6 THEN NULL ELSE last_error END,
       last_error_at = CASE WHEN $5::jsonb IS NOT NULL THEN $7 WHEN $6 THEN NULL ELSE last_error_at END,
       state = CASE WHEN state = 'disabled' THEN state WHEN $5::jsonb IS NOT NULL THEN 'degraded' WHEN NOT $6 THEN state
         WHEN first_webhook_at IS NULL THEN 'connecting' ELSE 'active' END
     WHERE workspace_id = $1 AND id = $2`,
    [
      saved.workspaceId,
      saved.id,
      JSON.stringify(saved.checks),
      JSON.stringify(saved.settings),
      saved.error === null ? null : JSON.stringify(saved.error),
      saved.proven,
      saved.at,
    ],
  );
}
