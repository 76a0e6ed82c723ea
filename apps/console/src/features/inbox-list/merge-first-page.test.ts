import type { Conversation } from "@onethread/core/api";
import { describe, expect, it } from "vitest";
import { changeRow, type ListData, mergeFirstPage, rowsOf } from "./merge-first-page.ts";

const row = (id: string) => ({ id, status: "open" }) as Conversation;
const page = (ids: string, next: string | null) => ({ data: [...ids].map(row), page: { next, prev: null } });
const list = (...pages: ReturnType<typeof page>[]): ListData => ({ pages, pageParams: pages.map(() => undefined) });
const ids = (data: ListData) =>
  rowsOf(data)
    .map((entry) => entry.id)
    .join("");

describe("mergeFirstPage", () => {
  it("moves a row from a later page to the top", () => {
    expect(ids(mergeFirstPage(list(page("abc", "1"), page("def", "2")), page("eab", "x"), new Set()))).toBe("eabcdf");
  });
  it("takes out rows that have left the view", () => {
    expect(ids(mergeFirstPage(list(page("abc", "1"), page("def", "2")), page("acd", "x"), new Set("b")))).toBe("acdef");
  });
  it("replaces a list that fits one page", () => {
    expect(ids(mergeFirstPage(list(page("abc", "1"), page("def", null)), page("ab", null), new Set()))).toBe("ab");
  });
});

describe("changeRow", () => {
  it("changes or removes one row", () => {
    const old = list(page("ab", "1"), page("cd", null));
    expect(ids(changeRow(old, "c", () => null))).toBe("abd");
    expect(rowsOf(changeRow(old, "d", (entry) => ({ ...entry, status: "done" }))).at(-1)?.status).toBe("done");
  });
});

describe("rowsOf", () => {
  it("shows a row that stands in two pages once", () => {
    expect(ids(list(page("ab", "1"), page("bc", null)))).toBe("abc");
  });
});
