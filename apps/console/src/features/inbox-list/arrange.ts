import type { Conversation } from "@onethread/core/api";

/**
 * Lays rows out in a held order. What has left the list leaves; what was appended by scrolling is appended; what has
 * arrived or risen waits and is counted; what is `returning`, because somebody took back what they did, goes to its place.
 */
export function arrange(
  rows: Conversation[],
  held: readonly string[] | null,
  returning: ReadonlySet<string> = new Set(),
): { rows: Conversation[]; pending: number } {
  if (!held) return { rows, pending: 0 };
  const order = withReturned(rows, held, returning);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const known = new Set(order);
  const kept = order.flatMap((id) => byId.get(id) ?? []);
  const lastKnown = rows.findLastIndex((row) => known.has(row.id));
  const appended = rows.slice(lastKnown + 1);
  const arrived = rows.slice(0, lastKnown + 1).filter((row) => !known.has(row.id)).length;
  return { rows: [...kept, ...appended], pending: arrived + risen(rows, kept) };
}

/** Rows that stand higher in the true order than where they are held: they have news. */
function risen(rows: Conversation[], kept: Conversation[]): number {
  const place = new Map(rows.map((row, index) => [row.id, index]));
  let count = 0;
  let highest = -1;
  for (const row of kept) {
    const at = place.get(row.id) ?? 0;
    if (at < highest) count++;
    else highest = at;
  }
  return count;
}

function withReturned(rows: Conversation[], held: readonly string[], returning: ReadonlySet<string>): readonly string[] {
  if (returning.size === 0) return held;
  const order = [...held];
  rows.forEach(({ id }, index) => {
    if (!returning.has(id) || order.includes(id)) return;
    const before = rows.slice(0, index).findLast((row) => order.includes(row.id));
    order.splice(before ? order.indexOf(before.id) + 1 : 0, 0, id);
  });
  return order;
}
