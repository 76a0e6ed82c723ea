import { type Actor, ok, type Result, toTypeId } from "@onethread/core";
import type { Case } from "@onethread/core/api";
import { type Database, forWorkspace, prepared } from "../client/index.ts";
import { decodeCursor, encodeCursor, type Place } from "./cursor.ts";

export type CasePage = { data: Case[]; page: { next: string | null; prev: string | null } };

type Row = {
  id: string;
  opened_at: Date;
  closed_at: Date | null;
  close_reason: Case["closeReason"];
  label_ids: string[];
  agent_id: string | null;
  agent_name: string | null;
};

/**
 * The cases of a conversation, the latest first, with those of customers who were merged into its customer: they are
 * one person's. An open case shows what its conversation has now, a closed one what it was closed with.
 */
export async function readCases(
  database: Database,
  actor: Actor,
  query: { conversationId: string; limit: number; cursor?: string | undefined },
): Promise<Result<CasePage>> {
  const cursor = query.cursor === undefined ? ok<Place | null>(null) : decodeCursor(query.cursor, "?cursor", "uuid");
  if (!cursor.ok) return cursor;
  const beyond = cursor.value ? "AND (k.opened_at, k.id) < ($4::timestamptz, $5::uuid)" : "";
  const sql = `WITH own AS (
       SELECT o.id FROM conversations v JOIN customers c ON c.workspace_id = v.workspace_id AND (c.id = v.customer_id OR c.merged_into = v.customer_id)
       JOIN conversations o ON o.workspace_id = c.workspace_id AND o.customer_id = c.id WHERE v.workspace_id = $1 AND v.id = $2)
     SELECT k.id, k.opened_at, k.closed_at, k.close_reason, CASE WHEN k.closed_at IS NULL THEN v.label_ids ELSE k.label_ids END AS label_ids,
       a.id AS agent_id, a.name AS agent_name
     FROM cases k JOIN conversations v ON v.workspace_id = k.workspace_id AND v.id = k.conversation_id
     LEFT JOIN agents a ON a.workspace_id = k.workspace_id AND a.id = CASE WHEN k.closed_at IS NULL THEN v.assignee_id ELSE k.assignee_id END
     WHERE k.workspace_id = $1 AND k.conversation_id IN (SELECT id FROM own) ${beyond}
     ORDER BY k.opened_at DESC, k.id DESC LIMIT $3`;
  const values = [actor.workspaceId, query.conversationId, query.limit + 1, ...(cursor.value ? [cursor.value.at, cursor.value.id] : [])];
  const { rows } = await forWorkspace(database, actor.workspaceId, (tx) => tx.query<Row>(prepared(sql, values)));
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return ok({
    data: page.map(toCase),
    page: { next: rows.length > query.limit && last ? encodeCursor({ at: last.opened_at.toISOString(), id: last.id }) : null, prev: null },
  });
}

const toCase = (row: Row): Case => ({
  id: toTypeId("case", row.id),
  openedAt: row.opened_at.toISOString(),
  closedAt: row.closed_at?.toISOString() ?? null,
  closeReason: row.close_reason,
  assignee: row.agent_id ? { id: toTypeId("agent", row.agent_id), name: row.agent_name ?? "" } : null,
  labels: row.label_ids.map((id) => toTypeId("label", id)),
});
