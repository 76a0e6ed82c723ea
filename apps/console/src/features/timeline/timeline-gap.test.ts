import type { TimelineItem } from "@onethread/core/api";
import { describe, expect, it } from "vitest";
import type { Page } from "../../api/page.ts";
import { itemsOf, type TimelineData } from "./merge-newest-page.ts";
import { behindGap, fillGap, gapCursor, insertAround, nextParam, whereOf } from "./timeline-gap.ts";

const page = (from: number, to: number): Page<TimelineItem> => ({
  data: Array.from({ length: to - from + 1 }, (_, index) => ({ id: `msg_${from + index}` }) as TimelineItem),
  page: { prev: from > 1 ? `before ${from}` : null, next: to < 100 ? `after ${to}` : null },
});
const newest: TimelineData = { pages: [page(91, 100)], pageParams: [undefined] };
const shown = (data: TimelineData) => itemsOf(data).map((item) => Number(item.id.slice(4)));

describe("a page around an item", () => {
  it("stands below a gap, which is filled from its older side until both meet", () => {
    let data = insertAround(newest, "msg_45", page(41, 50));
    expect(shown(data)).toEqual([41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 91, 92, 93, 94, 95, 96, 97, 98, 99, 100]);
    expect([behindGap(data), gapCursor(data)]).toEqual(["msg_91", "after 50"]);
    data = fillGap(data, page(51, 80));
    expect([behindGap(data), gapCursor(data)]).toEqual(["msg_91", "after 80"]);
    data = fillGap(data, page(81, 92));
    expect([behindGap(data), gapCursor(data)]).toEqual([null, null]);
    expect(shown(data)).toEqual(Array.from({ length: 60 }, (_, index) => 41 + index));
    expect(data.pages.at(-1)?.page.prev).toBe("before 41");
  });
  it("joins what is loaded where it reaches it", () => {
    const data = insertAround(newest, "msg_88", page(86, 95));
    expect(behindGap(data)).toBeNull();
    expect(shown(data)).toEqual(Array.from({ length: 15 }, (_, index) => 86 + index));
  });
  it("takes the place of one around another item", () => {
    const data = insertAround(insertAround(newest, "msg_45", page(41, 50)), "msg_15", page(11, 20));
    expect(shown(data)).toEqual([11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 91, 92, 93, 94, 95, 96, 97, 98, 99, 100]);
  });
  it("is asked for again where it was when everything is loaded anew, but not twice", () => {
    const data = insertAround(newest, "msg_45", page(41, 50));
    expect(nextParam(data.pages.slice(0, 1), data)).toBe("around:msg_45");
    expect(whereOf("around:msg_45")).toEqual({ around: "msg_45" });
    expect(nextParam(data.pages, data)).toBe("before 41");
    expect(whereOf("before 41")).toEqual({ before: "before 41" });
    expect(nextParam(newest.pages, newest)).toBe("before 91");
  });
});
