import type { Actor } from "@onethread/core";
import type { Tx } from "../client/index.ts";
import { type ConversationSet, setSql } from "../read/conversations.ts";

export type BulkChangeRow = {
  id: string;
  agentId: string | null;
  apiKeyId: string | null;
  byName: string | null;
  change: unknown;
  state: "running" | "done" | "undoing" | "undone";
  startedAt: Date;
  finishedAt: Date | null;
};
/** What an undo brings back, and the version the conversation had right after the change. */
export type BulkOutcome = { outcome: "changed" | "unchanged" | "skipped" | "undone"; reason?: string; before?: unknown; versionAfter?: number };

const columns = `id, agent_id AS "agentId", api_key_id AS "apiKeyId", by_name AS "byName", change, state, started_at AS "startedAt", finished_at AS "finishedAt"`;

export async function addBulkChange(tx: Tx, actor: Actor, bulk: { id: string; change: unknown; at: Date }): Promise<void> {
  await tx.query(
    `INSERT INTO bulk_changes (workspace_id, id, agent_id, api_key_id, by_name, change, started_at, touched_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $7)`,
    [
      actor.workspaceId,
      bulk.id,
      actor.kind === "agent" ? actor.agentId : null,
      actor.kind === "api_key" ? actor.keyId : null,
      actor.kind === "system" ? null : actor.name,
      JSON.stringify(bulk.change),
      bulk.at,
    ],
  );
}

/** Fixes which conversations are meant, as they match now. Answers how many: at most `limit` + 1. */
export async function addMatching(tx: Tx, actor: Actor, bulkChangeId: string, set: ConversationSet, limit: number): Promise<number> {
  const { where, values } = setSql(set, actor);
  const { rowCount } = await tx.query(
    `INSERT INTO bulk_change_items (workspace_id, bulk_change_id, conversation_id, seen_id)
     SELECT v.workspace_id, $${values.length + 1}, v.id, v.last_message_id FROM conversations v WHERE ${where} LIMIT $${values.length + 2}`,
    [...values, bulkChangeId, limit + 1],
  );
  return rowCount ?? 0;
}

export async function addNamed(tx: Tx, workspaceId: string, bulkChangeId: string, ids: readonly string[]): Promise<void> {
  await tx.query(
    `INSERT INTO bulk_change_items (workspace_id, bulk_change_id, conversation_id, seen_id)
     SELECT DISTINCT $1::uuid, $2::uuid, n.id, v.last_message_id FROM unnest($3::uuid[]) AS n (id)
     LEFT JOIN conversations v ON v.workspace_id = $1 AND v.id = n.id`,
    [workspaceId, bulkChangeId, ids],
  );
}

export async function findBulkChange(tx: Tx, workspaceId: string, id: string, lock: "" | "FOR UPDATE" = ""): Promise<BulkChangeRow | undefined> {
  const { rows } = await tx.query<BulkChangeRow>(`SELECT ${columns} FROM bulk_changes WHERE workspace_id = $1 AND id = $2 ${lock}`, [
    workspaceId,
    id,
  ]);
  return rows[0];
}

export type BulkOutcomes = { waiting: number; changed: number; unchanged: number; skipped: number; undone: number };

export async function countOutcomes(tx: Tx, workspaceId: string, id: string): Promise<BulkOutcomes> {
  const { rows } = await tx.query<{ outcome: keyof BulkOutcomes; count: number }>(
    "SELECT outcome, count(*)::int AS count FROM bulk_change_items WHERE workspace_id = $1 AND bulk_change_id = $2 GROUP BY 1",
    [workspaceId, id],
  );
  const found = Object.fromEntries(rows.map(({ outcome, count }) => [outcome, count]));
  return {
    waiting: found.waiting ?? 0,
    changed: found.changed ?? 0,
    unchanged: found.unchanged ?? 0,
    skipped: found.skipped ?? 0,
    undone: found.undone ?? 0,
  };
}

export type BulkItem = { conversationId: string; seenId: string | null; before: unknown; versionAfter: number | null };

/** The next conversations that are still to be worked off, in the order of their ids. */
export async function nextItems(tx: Tx, workspaceId: string, id: string, outcome: "waiting" | "changed", limit: number): Promise<BulkItem[]> {
  const { rows } = await tx.query<BulkItem>(
    `SELECT conversation_id AS "conversationId", seen_id AS "seenId", before, version_after AS "versionAfter" FROM bulk_change_items
     WHERE workspace_id = $1 AND bulk_change_id = $2 AND outcome = $3 ORDER BY conversation_id LIMIT $4`,
    [workspaceId, id, outcome, limit],
  );
  return rows;
}

export async function settleItem(
  tx: Tx,
  place: { workspaceId: string; bulkChangeId: string; conversationId: string },
  settled: BulkOutcome,
): Promise<void> {
  await tx.query(
    `UPDATE bulk_change_items SET outcome = $4, reason = $5, before = coalesce($6, before), version_after = coalesce($7, version_after)
     WHERE workspace_id = $1 AND bulk_change_id = $2 AND conversation_id = $3`,
    [
      place.workspaceId,
      place.bulkChangeId,
      place.conversationId,
      settled.outcome,
      settled.reason ?? null,
      settled.before === undefined ? null : JSON.stringify(settled.before),
      settled.versionAfter ?? null,
    ],
  );
}

export async function setBulkState(tx: Tx, workspaceId: string, id: string, state: BulkChangeRow["state"], at: Date): Promise<void> {
  await tx.query(
    `UPDATE bulk_changes SET state = $3, touched_at = $4, finished_at = CASE WHEN $3 IN ('done', 'undone') THEN $4::timestamptz END
     WHERE workspace_id = $1 AND id = $2`,
    [workspaceId, id, state, at],
  );
}

/** Says that somebody is still at it. */
export async function touchBulkChange(tx: Tx, workspaceId: string, id: string, at: Date): Promise<void> {
  await tx.query("UPDATE bulk_changes SET touched_at = $3 WHERE workspace_id = $1 AND id = $2", [workspaceId, id, at]);
}

/** Bulk changes that nobody has gone on with since: their job was lost. */
export async function findForsakenBulkChanges(tx: Tx, before: Date): Promise<{ workspaceId: string; bulkChangeId: string }[]> {
  const { rows } = await tx.query<{ workspaceId: string; bulkChangeId: string }>(
    `SELECT workspace_id AS "workspaceId", id AS "bulkChangeId" FROM bulk_changes WHERE state IN ('running', 'undoing') AND touched_at < $1 LIMIT 100`,
    [before],
  );
  return rows;
}

/** The first hundred that were skipped, with the customer's name where there is such a conversation. */
export async function listSkipped(
  tx: Tx,
  workspaceId: string,
  id: string,
): Promise<{ conversationId: string; customerName: string | null; reason: string }[]> {
  const { rows } = await tx.query<{ conversationId: string; customerName: string | null; reason: string }>(
    `SELECT i.conversation_id AS "conversationId", v.customer_name AS "customerName", i.reason FROM bulk_change_items i
     LEFT JOIN conversations v ON v.workspace_id = i.workspace_id AND v.id = i.conversation_id
     WHERE i.workspace_id = $1 AND i.bulk_change_id = $2 AND i.outcome = 'skipped' ORDER BY i.conversation_id LIMIT 100`,
    [workspaceId, id],
  );
  return rows;
}
