import { type Actor, type ConversationCondition, fail, fromTypeId, ok, type Result, toTypeId } from "@onethread/core";
import { type Conversation, type ConversationSort, priorities, type TimelineItem } from "@onethread/core/api";
import { type Database, forWorkspace, isTimedOut, prepared, type Tx } from "../client/index.ts";
import { anyScript, conditionSql } from "./conversation-conditions.ts";
import { decodeCursor, encodeCursor, type Place } from "./cursor.ts";
import { itemTypeId } from "./item-row.ts";

export type ConversationQuery = {
  view?: "mine" | "unassigned" | "all" | "snoozed" | "done" | "drafts" | "mentions" | "watching" | undefined;
  status?: "open" | "snoozed" | "done" | undefined;
  assigneeId?: string | undefined;
  queueId?: string | undefined;
  channel?: string | undefined;
  label?: string | undefined;
  q?: string | undefined;
  filter?: ConversationCondition | undefined;
  sort: ConversationSort;
  limit: number;
  cursor?: string | undefined;
};

// biome-ignore lint/suspicious/noExplicitAny: one wide row, mapped field by field right below
export type ConversationRow = Record<string, any>;

export const conversationColumns = `v.id, v.status, v.case_id, v.queue_id, v.priority, v.label_ids, v.snoozed_until, v.channels, v.unread, v.waiting_on, v.waiting_since,
  v.last_activity_at, v.version, v.created_at, v.customer_id, v.customer_name, v.customer_avatar_url, v.last_message_id, v.last_message,
  a.id AS agent_id, a.name AS agent_name, d.mode AS draft_mode, d.preview AS draft_preview, d.updated_at AS draft_at,
  m.mention, f.followers`;
/** `agent`: the placeholder of who asks: drafts and mentions are one's own. */
export const conversationJoins = (agent: string) => `LEFT JOIN agents a ON a.workspace_id = v.workspace_id AND a.id = v.assignee_id
  LEFT JOIN LATERAL (SELECT mode, left(text, 200) AS preview, updated_at FROM drafts
    WHERE workspace_id = v.workspace_id AND agent_id = ${agent}::uuid AND conversation_id = v.id ORDER BY updated_at DESC LIMIT 1) d ON true
  LEFT JOIN LATERAL (SELECT CASE WHEN bool_or(seen_at IS NULL) THEN 'new' WHEN count(*) > 0 THEN 'seen' END AS mention FROM mentions
    WHERE workspace_id = v.workspace_id AND agent_id = ${agent}::uuid AND conversation_id = v.id) m ON true
  LEFT JOIN LATERAL (SELECT jsonb_agg(jsonb_build_object('id', w.id, 'name', w.name)) AS followers FROM followers fo
    JOIN agents w ON w.workspace_id = fo.workspace_id AND w.id = fo.agent_id WHERE fo.workspace_id = v.workspace_id AND fo.conversation_id = v.id) f ON true`;
export const agentOf = (actor: Actor): string | null => (actor.kind === "agent" ? actor.agentId : null);

/** As the index has it: another expression for the same would not be found in it. */
const rankOf = (row: string) => `(CASE ${row}.priority WHEN 'urgent' THEN 3 WHEN 'high' THEN 2 WHEN 'normal' THEN 1 ELSE 0 END)`;

/** How each order sorts: by priority first or not, the column, the direction, and the condition that makes the column usable. */
const orders = {
  newest: { ranked: false, column: "last_activity_at", direction: "DESC", only: "" },
  oldest: { ranked: false, column: "last_activity_at", direction: "ASC", only: "" },
  priority: { ranked: true, column: "last_activity_at", direction: "DESC", only: "" },
  waiting: { ranked: false, column: "waiting_since", direction: "ASC", only: " AND v.waiting_on = 'us'" },
  // Until service levels exist, what has waited longest breaches first.
  sla: { ranked: false, column: "waiting_since", direction: "ASC", only: " AND v.waiting_on = 'us'" },
} as const;

/** A page in this order goes on behind the row that its cursor was made from, whatever has changed since. */
function placeOf(row: ConversationRow, { ranked, column }: (typeof orders)[ConversationSort]): Place {
  const place = { at: row[column].toISOString(), id: row.id };
  return ranked ? { ...place, rank: priorities.indexOf(row.priority) } : place;
}

export type ConversationPage = { data: Conversation[]; page: { next: string | null; prev: string | null } };

/** A page of the inbox. Merged-away conversations are not in it: their customer's items live with the survivor. */
export async function readConversations(database: Database, actor: Actor, query: ConversationQuery): Promise<Result<ConversationPage>> {
  const cursor = query.cursor === undefined ? ok<Place | null>(null) : decodeCursor(query.cursor, "?cursor", "uuid");
  if (!cursor.ok) return cursor;
  const order = orders[query.sort];
  if (cursor.value && order.ranked !== (cursor.value.rank !== undefined)) return fail("invalid_cursor", "This cursor was made for another order.");
  const values: unknown[] = [actor.workspaceId, agentOf(actor)];
  const add = (value: unknown) => `$${values.push(value)}`;
  const conditions = conditionsOf(query, actor, add);
  if (cursor.value) {
    const sign = order.direction === "DESC" ? "<" : ">";
    const [left, right] = order.ranked ? [`${rankOf("v")}, `, `${add(cursor.value.rank)}::int, `] : ["", ""];
    conditions.push(`(${left}v.${order.column}, v.id) ${sign} (${right}${add(cursor.value.at)}::timestamptz, ${add(cursor.value.id)}::uuid)`);
  }
  const by = `${order.ranked ? `${rankOf("v")} DESC, ` : ""}v.${order.column} ${order.direction}, v.id ${order.direction}`;
  const sql = `SELECT ${conversationColumns} FROM (
      SELECT v.* FROM conversations v WHERE v.workspace_id = $1${conditions.map((one) => ` AND ${one}`).join("")}${order.only}
      ORDER BY ${by} LIMIT ${add(query.limit + 1)}) v ${conversationJoins("$2")} ORDER BY ${by}`;
  const found = await inTime(database, actor, query, (tx) => tx.query<ConversationRow>(query.filter ? { text: sql, values } : prepared(sql, values)));
  if (!found.ok) return found;
  const { rows } = found.value;
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  const next = rows.length > query.limit && last ? encodeCursor(placeOf(last, order)) : null;
  return ok({ data: page.map(toConversation), page: { next, prev: null } });
}

/** Which conversations a list holds: what counting them and changing all of them go by, too. */
export type ConversationSet = Omit<ConversationQuery, "sort" | "limit" | "cursor">;

/** Counting ends here: more is "more". */
const countTo = 999;

/** How many conversations are in a set, counted to 999. */
export async function countConversations(database: Database, actor: Actor, set: ConversationSet): Promise<Result<{ count: number; more: boolean }>> {
  const { where, values } = setSql(set, actor);
  const found = await inTime(database, actor, set, (tx) =>
    tx.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM (SELECT 1 FROM conversations v WHERE ${where} LIMIT ${countTo + 1}) AS found`,
      values,
    ),
  );
  if (!found.ok) return found;
  const count = found.value.rows[0]?.count ?? 0;
  return ok({ count: Math.min(count, countTo), more: count > countTo });
}

/** The condition of a set as SQL over `conversations v`, and its values. */
export function setSql(set: ConversationSet, actor: Actor): { where: string; values: unknown[] } {
  const values: unknown[] = [actor.workspaceId];
  const conditions = conditionsOf(set, actor, (value) => `$${values.push(value)}`);
  return { where: ["v.workspace_id = $1", ...conditions].join(" AND "), values };
}

/** Milliseconds a list may take that somebody put together: no index may fit it, and nobody waits longer. */
const patience = 4000;

/** Bounds the statements that follow it in the transaction. Need not be waited for before them: it goes out with the first. */
export const limitTime = async (tx: Tx, set: ConversationSet): Promise<void> => {
  if (set.filter) await tx.query(`SET LOCAL statement_timeout = ${patience}`);
};

/** Answers with `too_slow` what ran into the bound of `limitTime`. */
export async function orTooSlow<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    if (isTimedOut(error)) return fail("too_slow", "These conditions take too long with so many conversations. Narrow them, e.g. to what is open.");
    throw error;
  }
}

const inTime = <T>(database: Database, actor: Actor, set: ConversationSet, work: (tx: Tx) => Promise<T>): Promise<Result<T>> =>
  orTooSlow(async () =>
    ok(
      await forWorkspace(database, actor.workspaceId, async (tx) => {
        const [, answer] = await Promise.all([limitTime(tx, set), work(tx)]);
        return answer;
      }),
    ),
  );

function conditionsOf(query: ConversationSet, actor: Actor, add: (value: unknown) => string): string[] {
  const conditions = ["v.last_message_id IS NOT NULL"];
  const status = query.status ?? statusOf(query.view);
  if (status) conditions.push(`v.status = ${add(status)}`);
  if (query.view === "unassigned") conditions.push("v.assignee_id IS NULL");
  if (query.view === "drafts") {
    conditions.push(`v.id IN (SELECT conversation_id FROM drafts WHERE workspace_id = $1 AND agent_id = ${add(agentOf(actor))}::uuid)`);
  }
  if (query.view === "mentions") {
    conditions.push(`v.id IN (SELECT conversation_id FROM mentions WHERE workspace_id = $1 AND agent_id = ${add(agentOf(actor))}::uuid)`);
  }
  if (query.view === "watching") {
    conditions.push("v.status <> 'done'");
    conditions.push(`v.id IN (SELECT conversation_id FROM followers WHERE workspace_id = $1 AND agent_id = ${add(agentOf(actor))}::uuid)`);
  }
  if (query.view === "mine") conditions.push(actor.kind === "agent" ? `v.assignee_id = ${add(actor.agentId)}` : "false");
  if (query.assigneeId) conditions.push(`v.assignee_id = ${add(fromTypeId("agent", query.assigneeId))}`);
  if (query.queueId) conditions.push(`v.queue_id = ${add(fromTypeId("queue", query.queueId))}`);
  if (query.channel) conditions.push(`${add(query.channel)} = ANY(v.channels)`);
  if (query.label) conditions.push(`${add(fromTypeId("label", query.label))} = ANY(v.label_ids)`);
  if (query.filter) conditions.push(conditionSql(query.filter, actor, add));
  if (query.q) {
    const like = add(`%${query.q.replaceAll(/[\\%_]/g, "\\$&")}%`);
    conditions.push(`EXISTS (SELECT 1 FROM customers c WHERE c.workspace_id = v.workspace_id AND c.id = v.customer_id AND (c.name ILIKE ${like} ${anyScript}
      OR EXISTS (SELECT 1 FROM identities n WHERE n.workspace_id = c.workspace_id AND n.customer_id = c.id AND (n.value ILIKE ${like} OR n.username ILIKE ${like}))))`);
  }
  return conditions;
}

const statusOf = (view: ConversationQuery["view"]): ConversationQuery["status"] => {
  if (view === "snoozed" || view === "done") return view;
  // Something unfinished is unfinished whatever became of the conversation, and who is mentioned is mentioned.
  return view === undefined || view === "drafts" || view === "mentions" || view === "watching" ? undefined : "open";
};

/** One conversation. A merged-away one answers `moved` with the survivor's id. */
export async function readConversation(database: Database, actor: Actor, id: string): Promise<Result<Conversation>> {
  return forWorkspace(database, actor.workspaceId, async (tx) => {
    const { rows } = await tx.query<ConversationRow>(
      prepared(
        `SELECT ${conversationColumns}, s.id AS survivor_id FROM conversations v ${conversationJoins("$3")}
         JOIN customers c ON c.workspace_id = v.workspace_id AND c.id = v.customer_id
         LEFT JOIN conversations s ON s.workspace_id = v.workspace_id AND s.customer_id = c.merged_into WHERE v.workspace_id = $1 AND v.id = $2`,
        [actor.workspaceId, id, agentOf(actor)],
      ),
    );
    const row = rows[0];
    if (!row) return fail("not_found", "There is no such conversation.");
    if (row.survivor_id)
      return fail("moved", "The customer was merged with another.", { extra: { movedTo: toTypeId("conversation", row.survivor_id) } });
    return ok(toConversation(row));
  });
}

export function toConversation(row: ConversationRow): Conversation {
  const iso = (date: Date | null): string | null => date?.toISOString() ?? null;
  return {
    id: toTypeId("conversation", row.id),
    customer: { id: toTypeId("customer", row.customer_id), name: row.customer_name, avatarUrl: row.customer_avatar_url },
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
    lastMessage: row.last_message_id ? lastMessage(row) : null,
    draft: row.draft_mode ? { mode: row.draft_mode, preview: row.draft_preview, updatedAt: row.draft_at.toISOString() } : null,
    mention: row.mention,
    followers: toFollowers(row.followers),
    nextSlaBreachAt: null,
    version: row.version,
    createdAt: row.created_at.toISOString(),
    lastActivityAt: row.last_activity_at.toISOString(),
  };
}

/** Sorted here: a sorted aggregate sorts for every row of a list. */
const toFollowers = (rows: { id: string; name: string }[] | null): Conversation["followers"] =>
  (rows ?? []).map(({ id, name }) => ({ id: toTypeId("agent", id), name })).sort((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id));

/** The last message as the database keeps it for lists (`last_message_of`): what is not there is null. */
type LastMessage = {
  type: TimelineItem["type"];
  kind: TimelineItem["content"]["kind"];
  channel?: TimelineItem["channel"];
  direction?: TimelineItem["direction"];
  text?: string;
  authorType: TimelineItem["author"]["type"];
  authorId?: string;
  authorName?: string;
  deliveryStatus?: NonNullable<NonNullable<Conversation["lastMessage"]>["deliveryStatus"]>;
};

function lastMessage(row: ConversationRow): NonNullable<Conversation["lastMessage"]> {
  const last: LastMessage = row.last_message;
  const customer = last.authorType === "customer";
  return {
    id: itemTypeId(last.type, row.last_message_id),
    preview: last.text ?? null,
    kind: last.kind,
    channel: last.channel ?? null,
    direction: last.direction ?? null,
    author: {
      type: last.authorType,
      id: customer ? toTypeId("customer", row.customer_id) : last.authorId ? toTypeId("agent", last.authorId) : null,
      name: customer ? row.customer_name : (last.authorName ?? null),
    },
    // The last message is the last activity.
    occurredAt: row.last_activity_at.toISOString(),
    deliveryStatus: last.direction === "outbound" ? (last.deliveryStatus ?? null) : null,
  };
}
