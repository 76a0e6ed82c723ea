import type { TimelineItem } from "@onethread/core/api";
import type { InfiniteData } from "@tanstack/react-query";
import type { Page } from "../../api/page.ts";

/** Pages of a timeline as loaded: the newest first, each in ascending order. */
export type TimelineData = InfiniteData<Page<TimelineItem>>;

/**
 * Lays a fresh newest page over the pages already loaded, so that news costs one request however far the agent has
 * scrolled. Without any item in common there is a gap, and the older pages are dropped: they load again on scrolling.
 */
export function mergeNewestPage(old: TimelineData, fresh: Page<TimelineItem>): TimelineData {
  const reachesStart = fresh.page.prev === null;
  const newest = old.pages[0];
  if (!newest || reachesStart) return { pages: [fresh], pageParams: [undefined] };

  const freshIds = new Set(fresh.data.map((item) => item.id));
  const oldItems = old.pages.toReversed().flatMap((page) => page.data);
  const firstShared = oldItems.findIndex((item) => freshIds.has(item.id));
  if (firstShared === -1) return { pages: [fresh], pageParams: [undefined] };

  const older = new Set(oldItems.slice(0, firstShared).map((item) => item.id));
  const keep = (page: Page<TimelineItem>) => page.data.filter((item) => older.has(item.id) && !freshIds.has(item.id));
  const [, ...rest] = old.pages;
  return {
    pages: [{ data: [...keep(newest), ...fresh.data], page: newest.page }, ...rest.map((page) => ({ ...page, data: keep(page) }))],
    pageParams: old.pageParams,
  };
}

/**
 * Puts one item where it belongs: over its older version, or by time among what is loaded. Something older than all
 * that is loaded is left out; it comes with its page.
 */
export function placeItem(old: TimelineData, item: TimelineItem): TimelineData {
  const known = old.pages.some((page) => page.data.some((other) => other.id === item.id));
  if (known) {
    const pages = old.pages.map((page) => ({ ...page, data: page.data.map((other) => (other.id === item.id ? item : other)) }));
    return { ...old, pages };
  }
  // The page that takes it is the newest one that begins before it; the oldest page takes everything once it is the start.
  const index = old.pages.findIndex((page) => (page.data[0]?.occurredAt ?? "") <= item.occurredAt && page.data.length > 0);
  const target = index === -1 && old.pages.at(-1)?.page.prev === null ? old.pages.length - 1 : index;
  if (target === -1) return old;
  const pages = old.pages.map((page, position) => (position === target ? { ...page, data: insertByTime(page.data, item) } : page));
  return { ...old, pages };
}

export const removeItem = (old: TimelineData, id: string): TimelineData => ({
  ...old,
  pages: old.pages.map((page) => ({ ...page, data: page.data.filter((item) => item.id !== id) })),
});

function insertByTime(items: TimelineItem[], item: TimelineItem): TimelineItem[] {
  const after = items.findIndex((other) => other.occurredAt > item.occurredAt);
  return after === -1 ? [...items, item] : [...items.slice(0, after), item, ...items.slice(after)];
}

/** All loaded items, the oldest first. */
export const itemsOf = (data: TimelineData | undefined): TimelineItem[] => (data ? data.pages.toReversed().flatMap((page) => page.data) : []);
