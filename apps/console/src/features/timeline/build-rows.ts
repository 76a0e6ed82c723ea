import type { TimelineItem } from "@onethread/core/api";
import { dayKey } from "../../i18n/dates.ts";

export type TimelineRow =
  | { kind: "day"; key: string; at: string }
  | { kind: "new"; key: string }
  | { kind: "gap"; key: string }
  | { kind: "events"; key: string; items: TimelineItem[] }
  | { kind: "note"; key: string; item: TimelineItem }
  | { kind: "message"; key: string; item: TimelineItem; first: boolean; last: boolean };

/** Messages of one author through one door within this time belong together. Milliseconds. */
const together = 5 * 60_000;

type Places = { firstUnread: string | null; behindGap?: string | null };

/**
 * The timeline as rows: days, the mark of the first unread, what is not loaded, runs of events, grouped bubbles. `dayOf`
 * is for tests.
 */
export function buildRows(
  items: readonly TimelineItem[],
  { firstUnread, behindGap }: Places,
  dayOf: (iso: string) => string = dayKey,
): TimelineRow[] {
  const rows: TimelineRow[] = [];
  let day = "";
  for (const item of items) {
    if (item.id === behindGap) rows.push({ kind: "gap", key: "gap" });
    const itemDay = dayOf(item.occurredAt);
    if (itemDay !== day) {
      day = itemDay;
      rows.push({ kind: "day", key: `day-${itemDay}`, at: item.occurredAt });
    }
    if (item.id === firstUnread) rows.push({ kind: "new", key: "new" });
    const before = rows.at(-1);
    if (item.type === "event") {
      if (before?.kind === "events") before.items.push(item);
      else rows.push({ kind: "events", key: item.id, items: [item] });
    } else if (item.type === "note") {
      rows.push({ kind: "note", key: item.id, item });
    } else {
      const joins = before?.kind === "message" && belongTogether(before.item, item);
      if (joins && before.kind === "message") before.last = false;
      rows.push({ kind: "message", key: item.id, item, first: !joins, last: true });
    }
  }
  return rows;
}

function belongTogether(a: TimelineItem, b: TimelineItem): boolean {
  return (
    a.direction === b.direction &&
    a.author.type === b.author.type &&
    a.author.id === b.author.id &&
    a.channel === b.channel &&
    a.channelAccountId === b.channelAccountId &&
    Date.parse(b.occurredAt) - Date.parse(a.occurredAt) <= together
  );
}

/** The first of the newest `unread` inbound messages; null when there is none among what is loaded. */
export function firstUnread(items: readonly TimelineItem[], unread: number): string | null {
  if (unread <= 0) return null;
  const inbound = items.filter((item) => item.type === "message" && item.direction === "inbound");
  return inbound.at(-unread)?.id ?? null;
}
