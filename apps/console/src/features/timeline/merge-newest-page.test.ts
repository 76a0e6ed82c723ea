import type { TimelineItem } from "@onethread/core/api";
import { describe, expect, it } from "vitest";
import { itemsOf, mergeNewestPage, placeItem, type TimelineData } from "./merge-newest-page.ts";

const item = (n: number, text = `text ${n}`): TimelineItem =>
  ({ id: `msg_${n}`, occurredAt: new Date(Date.UTC(2026, 0, 1) + n * 1000).toISOString(), content: { kind: "text", text } }) as TimelineItem;
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => item(from + index));
const page = (data: TimelineItem[], prev: string | null) => ({ data, page: { next: null, prev } });
const data = (...pages: ReturnType<typeof page>[]): TimelineData => ({ pages, pageParams: pages.map((_, i) => (i ? `c${i}` : undefined)) });
const ids = (timeline: TimelineData) => itemsOf(timeline).map((entry) => Number(entry.id.slice(4)));
const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe("mergeNewestPage", () => {
  it("appends what is new and keeps what was scrolled to", () => {
    const old = data(page(range(11, 20), "c1"), page(range(1, 10), "c2"));
    const merged = mergeNewestPage(old, page(range(14, 23), "x"));
    expect(ids(merged)).toEqual(numbers(1, 23));
    expect(merged.pages.at(-1)?.page.prev).toBe("c2");
  });

  it("takes the fresh version of an item", () => {
    const old = data(page(range(1, 3), "c1"));
    const merged = mergeNewestPage(old, page([item(2), item(3, "edited")], "x"));
    expect(itemsOf(merged).at(-1)?.content.text).toBe("edited");
  });

  it("drops older pages across a gap instead of hiding it", () => {
    const old = data(page(range(11, 20), "c1"), page(range(1, 10), null));
    expect(ids(mergeNewestPage(old, page(range(40, 49), "x")))).toEqual(numbers(40, 49));
  });

  it("replaces everything when the fresh page is the whole timeline", () => {
    expect(ids(mergeNewestPage(data(page(range(1, 5), null)), page([item(1), item(5)], null)))).toEqual([1, 5]);
  });
});

describe("placeItem", () => {
  it("puts a late item in its true place in an older page", () => {
    const old = data(page(range(11, 20), "c1"), page([item(1), item(2), item(9)], "c2"));
    expect(ids(placeItem(old, item(5)))).toEqual([1, 2, 5, 9, ...numbers(11, 20)]);
  });

  it("leaves out what is older than everything loaded, while there is more to load", () => {
    expect(ids(placeItem(data(page(range(11, 20), "c1")), item(3)))).toEqual(numbers(11, 20));
    expect(ids(placeItem(data(page(range(11, 20), null)), item(3)))).toEqual([3, ...numbers(11, 20)]);
  });

  it("updates an item in place", () => {
    const placed = placeItem(data(page(range(1, 3), null)), item(2, "new"));
    expect(itemsOf(placed).map((entry) => entry.content.text)).toEqual(["text 1", "new", "text 3"]);
  });
});
