import { type Actor, fail, fromTypeId, ok, type Result, toTypeId } from "@onethread/core";
import type { Conversation } from "@onethread/core/api";
import { type Database, forWorkspace, prepared } from "../client/index.ts";
import { decodeCursor, encodeCursor, type Place } from "./cursor.ts";
import { itemTypeId, toDelivery } from "./item-row.ts";

export type ConversationQuery = {
  view?: "mine" | "unassigned" | "all" | "snoozed" | "done" | undefined;
  status?: "open" | "snoozed" | "done" | undefined;
  assigneeId?: string | undefined;
  queueId?: string | undefined;
  channel?: string | undefined;
  label?: string | undefined;
  q?: string | undefined;
  sort: "waiting" | "newest" | "oldest" | "sla";
  limit: number;
  cursor?: string | undefined;
};

// biome-ignore lint/suspicious/noExplicitAny: one wide row, mapped field by field right below
type Row = Record<string, any>;

const columns = `v.id, v.status, v.case_id, v.queue_id, v.priority, v.label_ids, v.snoozed_until, v.channels, v.unread, v.waiting_on, v.waiting_since,
  v.last_activity_at, v.version, v.created_at, c.id AS customer_id, c.name AS customer_name, c.avatar_url, a.id AS agent_id, a.name AS agent_name,
  m.id AS m_id, m.type AS m_type, m.content AS m_content, m.channel AS m_channel, m.direction AS m_direction, m.author_type AS m_author_type,
  m.author_id AS m_author_id, m.author_name AS m_author_name, m.occurred_at AS m_occurred_at, m.delivery_status AS m_delivery_status,
  m.edited_text AS m_edited_text, m.edited_at AS m_edited_at, m.deleted_at AS m_deleted_at`;
const joins = `JOIN customers c ON c.workspace_id = v.workspace_id AND c.id = v.customer_id
  LEFT JOIN agents a ON a.workspace_id = v.workspace_id AND a.id = v.assignee_id
  LEFT JOIN items m ON m.workspace_id = v.workspace_id AND m.id = v.last_message_id`;

/** How each order sorts: the column, its direction, and the condition that makes the column usable. */
const orders = {
  newest: { column: "last_activity_at", direction: "DESC", only: "" },
  oldest: { column: "last_activity_at", direction: "ASC", only: "" },
  waiting: { column: "waiting_since", direction: "ASC", only: " AND v.waiting_on = 'us'" },
  // Until service levels exist, what has waited longest breaches first.
  sla: { column: "waiting_since", direction: "ASC", only: " AND v.waiting_on = 'us'" },
} as const;

export type ConversationPage = { data: Conversation[]; page: { next: string | null; prev: string | null } };

/** A page of the inbox. Merged-away conversations are not in it: their customer's items live with the survivor. */
export async function readConversations(database: Database, actor: Actor, query: ConversationQuery): Promise<Result<ConversationPage>> {
  const cursor = query.cursor === undefined ? ok<Place | null>(null) : decodeCursor(query.cursor, "?cursor", "uuid");
  if (!cursor.ok) return cursor;
  const order = orders[query.sort];
  const values: unknown[] = [actor.workspaceId];
  const add = (value: unknown) => `$${values.push(value)}`;
  const conditions = conditionsOf(query, actor, add);
  if (cursor.value) {
    const sign = order.direction === "DESC" ? "<" : ">";
    conditions.push(`(v.${order.column}, v.id) ${sign} (${add(cursor.value.at)}::timestamptz, ${add(cursor.value.id)}::uuid)`);
  }
  const by = `v.${order.column} ${order.direction}, v.id ${order.direction}`;
  const sql = `SELECT ${columns} FROM (
      SELECT v.* FROM conversations v WHERE v.workspace_id = $1${conditions.map((one) => ` AND ${one}`).join("")}${order.only}
      ORDER BY ${by} LIMIT ${add(query.limit + 1)}) v ${joins} ORDER BY ${by}`;
  const { rows } = await forWorkspace(database, actor.workspaceId, (tx) => tx.query<Row>(prepared(sql, values)));
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  const next = rows.length > query.limit && last ? encodeCursor({ at: last[order.column].toISOString(), id: last.id }) : null;
  return ok({ data: page.map(toConversation), page: { next, prev: null } });
}

function conditionsOf(query: ConversationQuery, actor: Actor, add: (value: unknown) => string): string[] {
  const conditions = ["v.last_message_id IS NOT NULL"];
  const status = query.status ?? (query.view === "snoozed" || query.view === "done" ? query.view : query.view ? "open" : undefined);
  if (status) conditions.push(`v.status = ${add(status)}`);
  if (query.view === "unassigned") conditions.push("v.assignee_id IS NULL");
  if (query.view === "mine") conditions.push(actor.kind === "agent" ? `v.assignee_id = ${add(actor.agentId)}` : "false");
  if (query.assigneeId) conditions.push(`v.assignee_id = ${add(fromTypeId("agent", query.assigneeId))}`);
  if (query.queueId) conditions.push(`v.queue_id = ${add(fromTypeId("queue", query.queueId))}`);
  if (query.channel) conditions.push(`${add(query.channel)} = ANY(v.channels)`);
  if (query.label) conditions.push(`${add(fromTypeId("label", query.label))} = ANY(v.label_ids)`);
  if (query.q) {
    const like = add(`%${query.q.replaceAll(/[\\%_]/g, "\\$&")}%`);
    conditions.push(`EXISTS (SELECT 1 FROM customers c WHERE c.workspace_id = v.workspace_id AND c.id = v.customer_id AND (c.name ILIKE ${like}
      OR EXISTS (SELECT 1 FROM identities n WHERE n.workspace_id = c.workspace_id AND n.customer_id = c.id AND (n.value ILIKE ${like} OR n.username ILIKE ${like}))))`);
  }
  return conditions;
}

/** One conversation. A merged-away one answers `moved` with the survivor's id. */
export async function readConversation(database: Database, actor: Actor, id: string): Promise<Result<Conversation>> {
  return forWorkspace(database, actor.workspaceId, async (tx) => {
    const { rows } = await tx.query<Row>(
      prepared(
        `SELECT ${columns}, s.id AS survivor_id FROM conversations v ${joins}
         LEFT JOIN conversations s ON s.workspace_id = v.workspace_id AND s.customer_id = c.merged_into WHERE v.workspace_id = $1 AND v.id = $2`,
        [actor.workspaceId, id],
      ),
    );
    const row = rows[0];
    if (!row) return fail("not_found", "There is no such conversation.");
    if (row.survivor_id)
      return fail("moved", "The customer was merged with another.", { extra: { movedTo: toTypeId("conversation", row.survivor_id) } });
    return ok(toConversation(row));
  });
}

function toConversation(row: Row): Conversation {
  const iso = (date: Date | null): string | null => date?.toISOString() ?? null;
  return {
    id: toTypeId("conversation", row.id),
    customer: { id: toTypeId("customer", row.customer_id), name: row.customer_name, avatarUrl: row.avatar_url },
    channels: row.channels,
    status: row.status,
    caseId: row.case_id && toTypeId("case", row.case_id),
    assignee: row.agent_id ? { id: toTypeId("agent", row.agent_id), name: row.agent_name } : null,
    queueId: row.queue_id && toTypeId("queue", row.queue_id),
    priority: row.priority,
    labels: row.label_ids.map((id: string) => toTypeId("label", id)),
    snoozedUntil: iso(row.snoozed_until),
    waitingOn: row.waiting_on,
    waitingSince: iso(row.waiting_since),
    unread: row.unread,
    lastMessage: row.m_id ? lastMessage(row) : null,
    nextSlaBreachAt: null,
    version: row.version,
    createdAt: row.created_at.toISOString(),
    lastActivityAt: row.last_activity_at.toISOString(),
  };
}

/** Long enough for any row, short enough for a list of a hundred. Characters. */
const previewLength = 160;

function lastMessage(row: Row): NonNullable<Conversation["lastMessage"]> {
  const text: string | null = row.m_deleted_at ? null : row.m_edited_at ? row.m_edited_text : row.m_content.text;
  const customer = row.m_author_type === "customer";
  return {
    id: itemTypeId(row.m_type, row.m_id),
    preview: text === null ? null : [...text.replaceAll(/\s+/g, " ")].slice(0, previewLength).join(""),
    kind: row.m_content.kind,
    channel: row.m_channel,
    direction: row.m_direction,
    author: {
      type: row.m_author_type,
      id: customer ? toTypeId("customer", row.customer_id) : row.m_author_id && toTypeId("agent", row.m_author_id),
      name: customer ? row.customer_name : row.m_author_name,
    },
    occurredAt: row.m_occurred_at.toISOString(),
    deliveryStatus:
      toDelivery({
        deliveryStatus: row.m_delivery_status,
        deliveryAt: null,
        deliveryError: null,
        direction: row.m_direction,
        occurredAt: row.m_occurred_at,
      })?.status ?? null,
  };
}
