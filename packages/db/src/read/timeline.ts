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
  kinds?: string | undefined;
};
export type TimelinePage = { data: TimelineItem[]; page: { next: string | null; prev: string | null } };

/**
 * A page of a timeline in ascending order: the newest without a cursor, else what stands before or after it. `prev`
 * leads to older items (use it as `before`), `next` to newer ones (use it as `after`).
 */
export async function readTimeline(database: Database, actor: Actor, query: TimelineQuery): Promise<Result<TimelinePage>> {
  if (query.before && query.after)
    return fail("invalid_request", "Use either before or after.", { errors: [{ pointer: "?after", detail: "excludes before" }] });
  const cursor = query.before ?? query.after;
  const place = cursor === undefined ? ok<Place | null>(null) : decodeCursor(cursor, query.before ? "?before" : "?after", "number");
  if (!place.ok) return place;
  const kinds = query.kinds?.split(",") ?? null;
  if (kinds?.some((kind) => !["message", "note", "event"].includes(kind))) {
    return fail("invalid_request", "kinds takes message, note and event.", { errors: [{ pointer: "?kinds", detail: "holds an unknown kind" }] });
  }
  const forward = query.after !== undefined;
  const rows = await forWorkspace(database, actor.workspaceId, (tx) => selectPage(tx, actor.workspaceId, query, place.value, forward, kinds));
  const more = rows.length > query.limit;
  const page = rows.slice(0, query.limit);
  if (!forward) page.reverse();
  const first = page[0];
  const last = page.at(-1);
  const at = (row: ItemRecord | undefined) => (row ? encodeCursor({ at: row.occurredAt.toISOString(), id: row.seq }) : null);
  return ok({
    data: page.map(toTimelineItem),
    page: {
      prev: forward || more ? at(first) : null,
      next: forward ? (more ? at(last) : null) : query.before ? at(last) : null,
    },
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
