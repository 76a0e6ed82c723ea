import type { IdentityKey } from "@onethread/core";
import type { Tx } from "../../client/index.ts";
import { applyWatermarks, raiseFreeUntil, raiseReadByIds } from "../doors.ts";
import { applyEffects } from "../effects.ts";
import { type KeptAccount, slowly } from "./stored-webhooks.ts";

/** Puts the accounts into an empty database, as far as what comes in through them needs them. */
export async function takeOverAccounts(tx: Tx, accounts: readonly KeptAccount[]): Promise<void> {
  await tx.query(
    `INSERT INTO channel_accounts (workspace_id, id, channel, external_id, name, settings, state, deleted_at)
     SELECT x."workspaceId", x.id, x.channel, x."externalId", '', x.settings, 'active', x."deletedAt"
     FROM json_to_recordset($1::json) AS x("workspaceId" uuid, id uuid, channel text, "externalId" text, settings jsonb, "deletedAt" timestamptz)`,
    [JSON.stringify(accounts.map(({ appSecret: _, ...account }) => account))],
  );
}

/** A reaction of our own: its key is one we made. Platforms tell the same one by ids of theirs. */
const ownReaction = `kind = 'reaction' AND key ~ '^business\\|[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$'`;

export async function readOwnReactions(tx: Tx): Promise<unknown[]> {
  const { rows } = await tx.query(slowly(`SELECT * FROM message_effects WHERE ${ownReaction}`));
  return rows;
}

export async function takeOverReactions(tx: Tx, reactions: readonly unknown[]): Promise<void> {
  await tx.query("INSERT INTO message_effects SELECT * FROM json_populate_recordset(NULL::message_effects, $1::json)", [JSON.stringify(reactions)]);
}

/** A message of our own, with what only we know of it: what was asked, when, and what it is called at its platform. */
export type OwnSendRow = { id: string; workspaceId: string; identityId: string; key: IdentityKey; personId: string; at: Date; row: unknown };

/** Our own messages in the order they were written. A page; `after`: the last one seen. */
export async function readOwnSends(tx: Tx, after: { at: Date; id: string } | null, limit: number): Promise<OwnSendRow[]> {
  const { rows } = await tx.query<Omit<OwnSendRow, "key"> & IdentityKey>(
    slowly(
      `SELECT i.id, i.workspace_id AS "workspaceId", i.identity_id AS "identityId", n.kind, n.scope, n.value, n.person_id AS "personId", i.received_at AS at, row_to_json(i) AS row
     FROM items i JOIN identities n ON n.workspace_id = i.workspace_id AND n.id = i.identity_id
     WHERE i.richness = 3 AND i.type = 'message' AND ($1::timestamptz IS NULL OR (i.received_at, i.id) > ($1::timestamptz, $2::uuid))
     ORDER BY i.received_at, i.id LIMIT $3`,
      [after?.at ?? null, after?.id ?? null, limit],
    ),
  );
  return rows.map(({ kind, scope, value, ...row }) => ({ ...row, key: { kind, scope, value } }));
}

export type PlacedSend = { row: unknown; identityId: string; conversationId: string };

/**
 * Puts own messages where they belong, as they stood when the platform had taken them: what became of them since is
 * for webhooks to say. An echo that came in before is absorbed. One that has no id at its platform stays as it is.
 */
export async function takeOverSends(tx: Tx, sends: readonly PlacedSend[]): Promise<void> {
  if (sends.length === 0) return;
  const rows = JSON.stringify(
    sends.map(({ row, identityId, conversationId }) => ({
      ...(row as object),
      identity_id: identityId,
      conversation_id: conversationId,
      home_conversation_id: conversationId,
    })),
  );
  await tx.query(
    `DELETE FROM items i USING json_populate_recordset(NULL::items, $1::json) AS x
     WHERE i.workspace_id = x.workspace_id AND i.channel_account_id = x.channel_account_id AND i.external_id = x.external_id AND i.richness < 3`,
    [rows],
  );
  const { rows: targets } = await tx.query<{ workspaceId: string; channelAccountId: string; externalId: string | null }>(
    `INSERT INTO items (workspace_id, id, conversation_id, home_conversation_id, type, direction, channel, channel_account_id, identity_id, external_id, author_type,
       occurred_at, received_at, late, content, richness, sources, waits, reply_to_external_id, delivery_status, delivery_at, delivery_error, sent_at, human_agent, send)
     SELECT workspace_id, id, conversation_id, home_conversation_id, type, direction, channel, channel_account_id, identity_id, external_id, author_type,
       occurred_at, received_at, late, content, richness, sources, waits, reply_to_external_id,
       CASE WHEN external_id IS NULL THEN delivery_status ELSE 'sent' END, delivery_at, CASE WHEN external_id IS NULL THEN delivery_error END, sent_at, human_agent, send
     FROM json_populate_recordset(NULL::items, $1::json)
     RETURNING workspace_id AS "workspaceId", channel_account_id AS "channelAccountId", external_id AS "externalId"`,
    [rows],
  );
  const known = targets.flatMap(({ externalId, ...target }) => (externalId === null ? [] : [{ ...target, externalId }]));
  const raised = await raiseReadByIds(tx, known);
  await raiseFreeUntil(tx, known);
  await applyEffects(tx, known);
  await applyWatermarks(tx, raised);
}

export type KeptToken = { workspaceId: string; token: string; customerId: string; channelAccountId: string; createdAt: Date; expiresAt: Date };

/** The links that items carry tokens of, as they were made. */
export async function readKeptTokens(tx: Tx, wanted: readonly { workspaceId: string; token: string }[]): Promise<KeptToken[]> {
  if (wanted.length === 0) return [];
  const { rows } = await tx.query<KeptToken>(
    `SELECT t.workspace_id AS "workspaceId", t.token, t.customer_id AS "customerId", t.channel_account_id AS "channelAccountId", t.created_at AS "createdAt", t.expires_at AS "expiresAt"
     FROM unnest($1::uuid[], $2::text[]) AS w(workspace_id, token) JOIN hand_over_tokens t ON t.workspace_id = w.workspace_id AND t.token = w.token`,
    [wanted.map((one) => one.workspaceId), wanted.map((one) => one.token)],
  );
  return rows;
}

/** Makes a link known, for a customer as it stands now. Who has followed it stays. */
export async function takeOverToken(tx: Tx, token: KeptToken): Promise<void> {
  await tx.query(
    `INSERT INTO hand_over_tokens (workspace_id, token, customer_id, channel_account_id, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (workspace_id, token) DO UPDATE SET customer_id = excluded.customer_id`,
    [token.workspaceId, token.token, token.customerId, token.channelAccountId, token.createdAt, token.expiresAt],
  );
}
