import type { TimelineItem } from "@onethread/core/api";
import type { Page } from "../../api/page.ts";
import type { TimelineData } from "./merge-newest-page.ts";

/** The parameter of a page around an item; between it and the newer one something is not loaded. */
const around = "around:";
const isAround = (param: unknown): param is string => typeof param === "string" && param.startsWith(around);

/** How a page with this parameter is asked for. */
export const whereOf = (param: string | undefined) => (isAround(param) ? { around: param.slice(around.length) } : param ? { before: param } : {});

/**
 * The parameter of the page after `pages`. While all of them are loaded anew, `old` is what was there: a page around an
 * item stays one.
 */
export function nextParam(pages: readonly Page<TimelineItem>[], old: TimelineData | undefined): string | undefined {
  const param = old?.pageParams[pages.length];
  return isAround(param) ? param : (pages.at(-1)?.page.prev ?? undefined);
}

const idsOf = (pages: readonly Page<TimelineItem>[]) => new Set(pages.flatMap((page) => page.data.map((item) => item.id)));
const gapIndex = (data: TimelineData): number => data.pageParams.findIndex(isAround);

/** The first item behind what is not loaded; null: all is loaded from the oldest shown item on. */
export function behindGap(data: TimelineData | undefined): string | null {
  const index = data ? gapIndex(data) : -1;
  return index < 1 ? null : (data?.pages[index - 1]?.data[0]?.id ?? null);
}

/** Puts a page from the middle of the timeline below the newest ones. What was loaded around another item is dropped. */
export function insertAround(old: TimelineData, itemId: string, page: Page<TimelineItem>): TimelineData {
  const before = gapIndex(old);
  const kept = before === -1 ? old : { pages: old.pages.slice(0, before), pageParams: old.pageParams.slice(0, before) };
  const loaded = idsOf(kept.pages);
  const data = page.data.filter((item) => !loaded.has(item.id));
  const joins = data.length < page.data.length;
  return { pages: [...kept.pages, { ...page, data }], pageParams: [...kept.pageParams, joins ? page.page.prev : `${around}${itemId}`] };
}

/** Where to go on from the older side of the gap; null: there is none. */
export function gapCursor(data: TimelineData | undefined): string | null {
  const index = data ? gapIndex(data) : -1;
  return index === -1 ? null : (data?.pages[index]?.page.next ?? null);
}

/** Puts what follows the older side of the gap there; once it meets the newer side, there is no gap any more. */
export function fillGap(old: TimelineData, fresh: Page<TimelineItem>): TimelineData {
  const index = gapIndex(old);
  const page = old.pages[index];
  if (!page) return old;
  const loaded = idsOf(old.pages);
  const data = fresh.data.filter((item) => !loaded.has(item.id));
  const closed = data.length < fresh.data.length || fresh.page.next === null;
  const filled = { data: [...page.data, ...data], page: { ...page.page, next: fresh.page.next } };
  return { pages: old.pages.with(index, filled), pageParams: closed ? old.pageParams.with(index, page.page.prev) : old.pageParams };
}
