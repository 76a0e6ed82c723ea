import { type Actor, fail, ok, type Result } from "@onethread/core";
import type { TimelineItem } from "@onethread/core/api";
import { type Database, forWorkspace, prepared, type Tx } from "../client/index.ts";
import { decodeCursor, encodeCursor, type Place } from "./cursor.ts";
import { type ItemRecord, itemColumns, itemJoins, toTimelineItem } from "./item-row.ts";
import { filterOf, type TimelineFilter, type Where } from "./timeline-filter.ts";

export type TimelineQuery = TimelineFilter & {
  conversationId: string;
  limit: number;
  before?: string | undefined;
  after?: string | undefined;
  /** The UUID of an item; null: what was given is none. */
  around?: string | null | undefined;
  /** ISO 8601. */
  at?: string | undefined;
  /** How many of the newest incoming messages are not read. */
  unread?: number | undefined;
};
export type TimelinePage = { data: TimelineItem[]; page: { next: string | null; prev: string | null } };
type Ask = { workspaceId: string; conversationId: string; limit: number; where: Where };

/**
 * A page of a timeline in ascending order: the newest without a cursor, else what stands before or after it, or around an
 * item, a time or the first one that is not read. `prev` leads to older items (use it as `before`), `next` to newer ones (use it as `after`).
 */
export async function readTimeline(database: Database, actor: Actor, query: TimelineQuery): Promise<Result<TimelinePage>> {
  const given = [query.before, query.after, query.around, query.at, query.unread].filter((one) => one !== undefined);
  if (given.length > 1)
    return fail("invalid_request", "Use one of before, after, around, at and unread.", {
      errors: [{ pointer: "?after", detail: "excludes the others" }],
    });
  const cursor = query.before ?? query.after;
  const place = cursor === undefined ? ok<Place | null>(null) : decodeCursor(cursor, query.before ? "?before" : "?after", "number");
  if (!place.ok) return place;
  const where = filterOf(query);
  if (!where.ok) return where;
  const ask: Ask = { workspaceId: actor.workspaceId, conversationId: query.conversationId, limit: query.limit, where: where.value };
  return forWorkspace(database, actor.workspaceId, async (tx) => {
    if (query.around !== undefined) return aroundItem(tx, ask, query.around);
    if (query.at !== undefined) return aroundTime(tx, ask, query.at);
    if (query.unread !== undefined) return aroundUnread(tx, ask, query.unread);
    const forward = query.after !== undefined;
    const rows = await selectPage(tx, ask, place.value, forward);
    const more = rows.length > query.limit;
    const page = rows.slice(0, query.limit);
    if (!forward) page.reverse();
    return ok({
      data: page.map(toTimelineItem),
      page: {
        prev: forward || more ? at(page[0]) : null,
        next: forward ? (more ? at(page.at(-1)) : null) : query.before ? at(page.at(-1)) : null,
      },
    });
  });
}

const at = (row: ItemRecord | undefined) => (row ? encodeCursor({ at: row.occurredAt.toISOString(), id: row.seq }) : null);

async function aroundItem(tx: Tx, ask: Ask, itemId: string | null): Promise<Result<TimelinePage>> {
  const found = await tx.query<{ at: Date; seq: string }>(
    "SELECT occurred_at AS at, seq::text FROM items WHERE workspace_id = $1 AND id = $2 AND conversation_id = $3",
    [ask.workspaceId, itemId, ask.conversationId],
  );
  const item = found.rows[0];
  if (!item)
    return fail("not_found", "There is no such item on this timeline.", { errors: [{ pointer: "?around", detail: "is not on this timeline" }] });
  return ok(await pageAround(tx, ask, item.at, BigInt(item.seq)));
}

/** The item that is gone to is the first one of the filter at or after the time. */
async function aroundTime(tx: Tx, ask: Ask, time: string): Promise<Result<TimelinePage>> {
  const [first] = await selectPage(tx, { ...ask, limit: 0 }, { at: new Date(time).toISOString(), id: "-1" }, true);
  const [item] = first ? [first] : await selectPage(tx, { ...ask, limit: 0 }, null, false);
  return ok(item ? await pageAround(tx, ask, item.occurredAt, BigInt(item.seq)) : { data: [], page: { next: null, prev: null } });
}

/** The item that is gone to is the oldest of so many incoming messages, whatever a filter hides; where there are fewer, the oldest there is. */
async function aroundUnread(tx: Tx, ask: Ask, unread: number): Promise<Result<TimelinePage>> {
  const { rows } = await tx.query<{ at: Date; seq: string }>(
    `SELECT occurred_at AS at, seq::text FROM (
       SELECT occurred_at, seq FROM items WHERE workspace_id = $1 AND conversation_id = $2 AND type = 'message' AND direction = 'inbound'
       ORDER BY occurred_at DESC, seq DESC LIMIT $3) newest ORDER BY occurred_at, seq LIMIT 1`,
    [ask.workspaceId, ask.conversationId, unread],
  );
  const item = rows[0];
  return ok(item ? await pageAround(tx, ask, item.at, BigInt(item.seq)) : { data: [], page: { next: null, prev: null } });
}

/** Half of the page up to the item, itself with them, half behind it. */
async function pageAround(tx: Tx, ask: Ask, time: Date, seq: bigint): Promise<TimelinePage> {
  const half = Math.ceil(ask.limit / 2);
  const place = (id: bigint): Place => ({ at: time.toISOString(), id: String(id) });
  const older = await selectPage(tx, { ...ask, limit: half }, place(seq + 1n), false);
  const newer = await selectPage(tx, { ...ask, limit: half }, place(seq), true);
  const rows = [...older.slice(0, half).reverse(), ...newer.slice(0, half)];
  return {
    data: rows.map(toTimelineItem),
    page: { prev: older.length > half ? at(rows[0]) : null, next: newer.length > half ? at(rows.at(-1)) : null },
  };
}

/** One more than `limit`, so that one sees whether there is more. */
async function selectPage(tx: Tx, { workspaceId, conversationId, limit, where }: Ask, place: Place | null, forward: boolean): Promise<ItemRecord[]> {
  const values: unknown[] = [workspaceId, conversationId, limit + 1];
  const put = (value: unknown): string => `$${values.push(value)}`;
  const beyond = place === null ? "" : `AND (i.occurred_at, i.seq) ${forward ? ">" : "<"} (${put(place.at)}::timestamptz, ${put(place.id)}::bigint)`;
  const order = forward ? "ASC" : "DESC";
  const { rows } = await tx.query<ItemRecord>(
    prepared(
      // Lateral, so that the conversation is read once and not beside each item, whatever the planner believes about both.
      `SELECT ${itemColumns} FROM conversations v CROSS JOIN LATERAL (
        SELECT i.* FROM items i WHERE i.workspace_id = $1 AND i.conversation_id = v.id ${beyond} ${where(put)}
        ORDER BY i.occurred_at ${order}, i.seq ${order} LIMIT $3) i ${itemJoins}
      WHERE v.workspace_id = $1 AND v.id = $2
      ORDER BY i.occurred_at ${order}, i.seq ${order}`,
      values,
    ),
  );
  return rows;
}
