import { type Actor, fail, ok, type Result } from "@onethread/core";
import type { TimelineItem } from "@onethread/core/api";
import { type Database, forWorkspace, type Tx } from "../client/index.ts";
import { decodeCursor, encodeCursor, type Place } from "./cursor.ts";
import { type ItemRecord, itemColumns, itemJoins, toTimelineItem } from "./item-row.ts";

export type TimelineQuery = {
  conversationId: string;
  limit: number;
  before?: string | undefined;
  after?: string | undefined;
  /** The UUID of an item; null: what was given is none. */
  around?: string | null | undefined;
  kinds?: string | undefined;
};
export type TimelinePage = { data: TimelineItem[]; page: { next: string | null; prev: string | null } };

/**
 * A page of a timeline in ascending order: the newest without a cursor, else what stands before or after it, or around an
 * item. `prev` leads to older items (use it as `before`), `next` to newer ones (use it as `after`).
 */
export async function readTimeline(database: Database, actor: Actor, query: TimelineQuery): Promise<Result<TimelinePage>> {
  const given = [query.before, query.after, query.around].filter((one) => one !== undefined);
  if (given.length > 1)
    return fail("invalid_request", "Use one of before, after and around.", { errors: [{ pointer: "?after", detail: "excludes the others" }] });
  const cursor = query.before ?? query.after;
  const place = cursor === undefined ? ok<Place | null>(null) : decodeCursor(cursor, query.before ? "?before" : "?after", "number");
  if (!place.ok) return place;
  const kinds = query.kinds?.split(",") ?? null;
  if (kinds?.some((kind) => !["message", "note", "event"].includes(kind))) {
    return fail("invalid_request", "kinds takes message, note and event.", { errors: [{ pointer: "?kinds", detail: "holds an unknown kind" }] });
  }
  if (query.around !== undefined) return readAround(database, actor, query, query.around, kinds);
  const forward = query.after !== undefined;
  const rows = await forWorkspace(database, actor.workspaceId, (tx) => selectPage(tx, actor.workspaceId, query, place.value, forward, kinds));
  const more = rows.length > query.limit;
  const page = rows.slice(0, query.limit);
  if (!forward) page.reverse();
  const first = page[0];
  const last = page.at(-1);
  return ok({
    data: page.map(toTimelineItem),
    page: {
      prev: forward || more ? at(first) : null,
      next: forward ? (more ? at(last) : null) : query.before ? at(last) : null,
    },
  });
}

const at = (row: ItemRecord | undefined) => (row ? encodeCursor({ at: row.occurredAt.toISOString(), id: row.seq }) : null);

/** Half of the page up to the item, itself with them, half behind it. */
async function readAround(
  database: Database,
  actor: Actor,
  query: TimelineQuery,
  itemId: string | null,
  kinds: string[] | null,
): Promise<Result<TimelinePage>> {
  return forWorkspace(database, actor.workspaceId, async (tx) => {
    const found = await tx.query<{ at: Date; seq: string }>(
      "SELECT occurred_at AS at, seq::text FROM items WHERE workspace_id = $1 AND id = $2 AND conversation_id = $3",
      [actor.workspaceId, itemId, query.conversationId],
    );
    const item = found.rows[0];
    if (!item)
      return fail("not_found", "There is no such item on this timeline.", { errors: [{ pointer: "?around", detail: "is not on this timeline" }] });
    const half = Math.ceil(query.limit / 2);
    const place = (seq: bigint): Place => ({ at: item.at.toISOString(), id: String(seq) });
    const page = { ...query, limit: half };
    const older = await selectPage(tx, actor.workspaceId, page, place(BigInt(item.seq) + 1n), false, kinds);
    const newer = await selectPage(tx, actor.workspaceId, page, place(BigInt(item.seq)), true, kinds);
    const rows = [...older.slice(0, half).reverse(), ...newer.slice(0, half)];
    return ok({
      data: rows.map(toTimelineItem),
      page: { prev: older.length > half ? at(rows[0]) : null, next: newer.length > half ? at(rows.at(-1)) : null },
    });
  });
}

async function selectPage(
  tx: Tx,
  workspaceId: string,
  query: TimelineQuery,
  place: Place | null,
  forward: boolean,
  kinds: string[] | null,
): Promise<ItemRecord[]> {
  const beyond = place === null ? "" : `AND (i.occurred_at, i.seq) ${forward ? ">" : "<"} ($4::timestamptz, $5::bigint)`;
  const order = forward ? "ASC" : "DESC";
  const { rows } = await tx.query<ItemRecord>({
    name: `timeline-${order}-${place === null ? "end" : "cursor"}-${kinds ? "kinds" : "all"}`,
    // Lateral, so that the conversation is read once and not beside each item, whatever the planner believes about both.
    text: `SELECT ${itemColumns} FROM conversations v CROSS JOIN LATERAL (
        SELECT i.* FROM items i WHERE i.workspace_id = $1 AND i.conversation_id = v.id ${beyond} ${kinds ? `AND i.type = ANY($${place ? 6 : 4}::text[])` : ""}
        ORDER BY i.occurred_at ${order}, i.seq ${order} LIMIT $3) i ${itemJoins}
      WHERE v.workspace_id = $1 AND v.id = $2
      ORDER BY i.occurred_at ${order}, i.seq ${order}`,
    values: [workspaceId, query.conversationId, query.limit + 1, ...(place ? [place.at, place.id] : []), ...(kinds ? [kinds] : [])],
  });
  return rows;
}
