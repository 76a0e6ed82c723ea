import type { OutboundContent, SendOutcome } from "@onethread/core";
import type { Tx } from "../client/index.ts";
import { applyWatermarks, raiseFreeUntil, raiseReadByIds } from "./doors.ts";
import { applyEffects } from "./effects.ts";
import { lockNames, messageName } from "./people.ts";
import { holdAccount, holdKey } from "./send-pace.ts";
import { isNewestAttempt, settleSent } from "./sends.ts";

export type ClaimedSend = {
  workspaceId: string;
  id: string;
  conversationId: string;
  channel: string;
  channelAccountId: string;
  accountExternalId: string;
  flavour: "instagram_login" | "page" | null;
  accessToken: Buffer | null;
  recipientKind: string;
  recipientValue: string;
  /** The identity's key as text: the door's address. */
  address: string;
  content: OutboundContent;
  files: ClaimedFile[];
  replyTo: string | null;
  humanAgent: boolean;
  /** The app or role that holds the thread instead of us. */
  heldBy: string | null;
  attempt: number;
};

/** A file of a send; `ref`: what the platform calls it, where it has been uploaded. */
export type ClaimedFile = {
  id: string;
  storageKey: string;
  name: string | null;
  mime: string;
  bytes: number;
  voice: boolean;
  ref: { id: string; until: string | null } | null;
};

/** What was asked to be sent; rows from before that was kept are texts. */
const content = "coalesce(i.send, jsonb_build_object('kind', 'text', 'text', i.content ->> 'text'))";
const files = `SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'storageKey', f.storage_key, 'name', f.name, 'mime', f.mime, 'bytes', f.bytes, 'voice', f.voice,
  'ref', f.platform_refs -> (i.channel_account_id::text)) ORDER BY f.position), '[]')
  FROM attachments f WHERE f.workspace_id = i.workspace_id AND f.item_id = i.id AND f.storage_key IS NOT NULL AND f.state = 'ready'`;

export type SendToPrepare = Omit<ClaimedSend, "replyTo" | "humanAgent" | "attempt"> & {
  queuedAt: Date;
  recipientScope: string;
  coexistence: boolean;
};

/** The oldest message of a conversation that is due, with its files: they are brought to the platform before the claim. */
export async function nextSend(tx: Tx, workspaceId: string, conversationId: string, now: Date): Promise<SendToPrepare | null> {
  const { rows } = await tx.query<SendToPrepare & { status: string; next: Date | null }>({
    name: "next-send",
    text: `SELECT i.workspace_id AS "workspaceId", i.id, i.conversation_id AS "conversationId", i.channel, i.channel_account_id AS "channelAccountId",
        a.external_id AS "accountExternalId", a.settings ->> 'flavour' AS flavour, a.access_token AS "accessToken", n.kind AS "recipientKind", n.value AS "recipientValue",
        n.kind || '|' || n.scope || '|' || n.value AS address, ${content} AS content, (${files}) AS files, d.held_by AS "heldBy", i.received_at AS "queuedAt", coalesce(a.settings ->> 'coexistence' = 'true', false) AS coexistence,
        i.delivery_status AS status, i.next_attempt_at AS next
      FROM items i JOIN channel_accounts a ON a.workspace_id = i.workspace_id AND a.id = i.channel_account_id
      JOIN identities n ON n.workspace_id = i.workspace_id AND n.id = i.identity_id
      LEFT JOIN doors d ON d.workspace_id = i.workspace_id AND d.channel_account_id = i.channel_account_id AND d.address = n.kind || '|' || n.scope || '|' || n.value
      WHERE i.workspace_id = $1 AND i.conversation_id = $2 AND i.delivery_status IN ('queued', 'sending') ORDER BY i.seq LIMIT 1`,
    values: [workspaceId, conversationId],
  });
  const [row] = rows;
  return !row || row.status === "sending" || (row.next && row.next > now) ? null : row;
}

/** The thread is ours: the platform has given it to us. */
export async function noteThreadTaken(tx: Tx, send: SendToPrepare, at: Date): Promise<void> {
  await tx.query(
    "UPDATE doors SET held_by = NULL, held_at = $4 WHERE workspace_id = $1 AND channel_account_id = $2 AND address = $3 AND held_at < $4",
    [send.workspaceId, send.channelAccountId, send.address, at],
  );
}

/** Remembers what a platform calls a file of ours. */
export async function noteUpload(
  tx: Tx,
  file: { workspaceId: string; id: string; channelAccountId: string; ref: { id: string; until: string | null } },
): Promise<void> {
  await tx.query(
    "UPDATE attachments SET platform_refs = platform_refs || jsonb_build_object($3::text, $4::jsonb) WHERE workspace_id = $1 AND id = $2",
    [file.workspaceId, file.id, file.channelAccountId, JSON.stringify(file.ref)],
  );
}

/** A message that can't be claimed yet, or not at all, because of what has to be done before it is sent. */
export async function holdSend(
  tx: Tx,
  send: { workspaceId: string; id: string },
  outcome: Exclude<SendOutcome, { kind: "sent" | "unknown" }>,
  now: Date,
): Promise<void> {
  const retry = outcome.kind === "retry";
  await tx.query(
    `UPDATE items SET delivery_status = $3, delivery_at = $4, delivery_error = $5, next_attempt_at = $6
     WHERE workspace_id = $1 AND id = $2 AND delivery_status = 'queued'`,
    [
      send.workspaceId,
      send.id,
      retry ? "queued" : "failed",
      now,
      retry ? null : JSON.stringify(outcome.error),
      retry ? new Date(now.getTime() + outcome.afterMs) : null,
    ],
  );
}

const postpone = (tx: Tx, { workspaceId, id }: { workspaceId: string; id: string }, until: Date) =>
  tx.query("UPDATE items SET next_attempt_at = $3 WHERE workspace_id = $1 AND id = $2 AND delivery_status = 'queued'", [workspaceId, id, until]);

/** A send whose process died is given up after this time: its outcome is unknown. Milliseconds. */
export const sendingTimeout = 30_000;

/**
 * Claims the oldest message of a conversation that is due, marks it `sending` and writes the attempt. Null when nothing
 * is due, or when an older one is still under way or has to wait: messages leave in order.
 */
export async function claimSend(tx: Tx, workspaceId: string, conversationId: string, now: Date): Promise<ClaimedSend | null> {
  await tx.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 1))", [conversationId]);
  const { rows: due } = await tx.query<{ id: string; status: string; next: Date | null; heldMs: number | null }>(
    `SELECT id, delivery_status AS status, next_attempt_at AS next,
       (SELECT ceil(extract(epoch FROM p.used_until - clock_timestamp()) * 1000)::int FROM send_pace p
        WHERE p.workspace_id = items.workspace_id AND p.channel_account_id = items.channel_account_id AND p.key = $3) AS "heldMs"
     FROM items WHERE workspace_id = $1 AND conversation_id = $2 AND delivery_status IN ('queued', 'sending') ORDER BY seq LIMIT 1`,
    [workspaceId, conversationId, holdKey],
  );
  const [oldest] = due;
  if (!oldest || oldest.status === "sending" || (oldest.next && oldest.next > now)) return null;
  // Between its place in the pace and here the platform may have said that nothing more of this account gets through.
  if ((oldest.heldMs ?? 0) > 0) {
    await postpone(tx, { workspaceId, id: oldest.id }, new Date(now.getTime() + (oldest.heldMs ?? 0)));
    return null;
  }
  const { rows } = await tx.query<ClaimedSend>(
    `WITH attempt AS (
       INSERT INTO delivery_attempts (workspace_id, item_id, number, state, started_at)
       SELECT $1, $2, coalesce(max(number), 0) + 1, 'sending', $3 FROM delivery_attempts WHERE workspace_id = $1 AND item_id = $2
       RETURNING number
     ), claimed AS (
       UPDATE items SET delivery_status = 'sending', delivery_at = $3, next_attempt_at = $4 WHERE workspace_id = $1 AND id = $2 RETURNING *
     )
     SELECT i.workspace_id AS "workspaceId", i.id, i.conversation_id AS "conversationId", i.channel, i.channel_account_id AS "channelAccountId",
       a.external_id AS "accountExternalId", a.settings ->> 'flavour' AS flavour, a.access_token AS "accessToken",
       CASE WHEN i.content ->> 'group' IS NULL THEN n.kind ELSE 'group' END AS "recipientKind", coalesce(i.content ->> 'group', n.value) AS "recipientValue",
       n.kind || '|' || n.scope || '|' || n.value AS address, ${content} AS content,
       (${files}) AS files, i.reply_to_external_id AS "replyTo", i.human_agent AS "humanAgent", d.held_by AS "heldBy", attempt.number AS attempt
     FROM claimed i CROSS JOIN attempt
     JOIN channel_accounts a ON a.workspace_id = i.workspace_id AND a.id = i.channel_account_id
     JOIN identities n ON n.workspace_id = i.workspace_id AND n.id = i.identity_id
     LEFT JOIN doors d ON d.workspace_id = i.workspace_id AND d.channel_account_id = i.channel_account_id AND d.address = n.kind || '|' || n.scope || '|' || n.value`,
    [workspaceId, oldest.id, now, new Date(now.getTime() + sendingTimeout)],
  );
  return rows[0] ?? null;
}

/** Writes what became of an attempt. What a webhook has proven meanwhile stands, and so does a newer attempt. */
export async function recordOutcome(tx: Tx, send: ClaimedSend, outcome: SendOutcome, now: Date): Promise<void> {
  const key = [send.workspaceId, send.id];
  if (outcome.kind === "sent") {
    // A status or a watermark of this message may be being worked off right now: one waits for the other.
    await lockNames(tx, [messageName(send.channelAccountId, outcome.externalId), `${send.workspaceId}/${send.address}`]);
    if (!(await settleSent(tx, { ...send, externalId: outcome.externalId, sentAt: null, at: now }))) return;
    await tx.query("UPDATE items SET sent_at = coalesce(sent_at, $3) WHERE workspace_id = $1 AND id = $2", [...key, now]);
    // Receipts may have come before this answer.
    const target = [{ workspaceId: send.workspaceId, channelAccountId: send.channelAccountId, externalId: outcome.externalId }];
    const raised = await raiseReadByIds(tx, target);
    await raiseFreeUntil(tx, target);
    await applyEffects(tx, target);
    await applyWatermarks(tx, raised);
    await tx.query(
      `UPDATE channel_accounts SET last_outbound_at = $3, last_error = NULL, last_error_at = NULL,
         state = CASE WHEN first_webhook_at IS NULL THEN 'connecting' ELSE 'active' END
       WHERE workspace_id = $1 AND id = $2 AND (last_outbound_at IS NULL OR last_outbound_at < $3::timestamptz - interval '30 seconds'
         OR last_error IS NOT NULL OR (state = 'connecting' AND first_webhook_at IS NOT NULL))`,
      [send.workspaceId, send.channelAccountId, now],
    );
    return;
  }
  const newest = await isNewestAttempt(tx, send);
  const error = JSON.stringify(outcome.error);
  const state = { retry: "retry", rejected: "rejected", unknown: "unknown" }[outcome.kind];
  await tx.query(
    "UPDATE delivery_attempts SET state = $4, ended_at = $5, error = $6 WHERE workspace_id = $1 AND item_id = $2 AND number = $3 AND state = 'sending'",
    [...key, send.attempt, state, now, error],
  );
  if (outcome.kind === "retry" && outcome.ofAccount) await holdAccount(tx, send, outcome.afterMs);
  if (!newest) return;
  const status = { retry: "queued", rejected: "failed", unknown: "unknown" }[outcome.kind];
  const next = outcome.kind === "retry" ? new Date(now.getTime() + outcome.afterMs) : null;
  await tx.query(
    "UPDATE items SET delivery_status = $3, delivery_at = $4, delivery_error = $5, next_attempt_at = $6 WHERE workspace_id = $1 AND id = $2 AND delivery_status = 'sending'",
    [...key, status, now, outcome.kind === "retry" ? null : error, next],
  );
  if (outcome.error.class !== "token_broken") return;
  await tx.query("UPDATE channel_accounts SET state = 'degraded', last_error = $3, last_error_at = $4 WHERE workspace_id = $1 AND id = $2", [
    send.workspaceId,
    send.channelAccountId,
    error,
    now,
  ]);
}

export type DeliveryRef = { workspaceId: string; conversationId: string };

/** Sends that hang are given up as unknown; conversations that then, or anyway, have something due are named. */
export async function sweepSends(tx: Tx, now: Date): Promise<{ given: (DeliveryRef & { id: string })[]; due: DeliveryRef[] }> {
  const lost = JSON.stringify({
    code: "no_answer",
    class: "unknown",
    message: "The platform's answer was lost. The message may or may not have gone out.",
  });
  const { rows: given } = await tx.query<DeliveryRef & { id: string }>(
    `UPDATE items SET delivery_status = 'unknown', delivery_at = $1, delivery_error = $2, next_attempt_at = NULL
     WHERE (workspace_id, id) IN (SELECT workspace_id, id FROM items WHERE delivery_status = 'sending' AND next_attempt_at <= $1 ORDER BY next_attempt_at LIMIT 200 FOR UPDATE SKIP LOCKED)
     RETURNING workspace_id AS "workspaceId", conversation_id AS "conversationId", id`,
    [now, lost],
  );
  if (given.length > 0) {
    await tx.query(
      `UPDATE delivery_attempts a SET state = 'unknown', ended_at = $3, error = $4 FROM unnest($1::uuid[], $2::uuid[]) AS g(workspace_id, item_id)
       WHERE a.workspace_id = g.workspace_id AND a.item_id = g.item_id AND a.state = 'sending'`,
      [given.map((one) => one.workspaceId), given.map((one) => one.id), now, lost],
    );
  }
  const { rows: due } = await tx.query<DeliveryRef>(
    `SELECT DISTINCT workspace_id AS "workspaceId", conversation_id AS "conversationId" FROM (
       SELECT workspace_id, conversation_id FROM items WHERE delivery_status = 'queued' AND next_attempt_at <= $1 ORDER BY next_attempt_at LIMIT 500) q`,
    [now],
  );
  return { given, due };
}
