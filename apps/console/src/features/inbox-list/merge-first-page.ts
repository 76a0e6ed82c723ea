import type { Conversation } from "@onethread/core/api";
import type { InfiniteData } from "@tanstack/react-query";
import type { Page } from "../../api/page.ts";

export type ListData = InfiniteData<Page<Conversation>>;

/** Lays a fresh first page over a list of which more pages are loaded. `gone`: rows that have left the view. */
export function mergeFirstPage(old: ListData, fresh: Page<Conversation>, gone: ReadonlySet<string>): ListData {
  const [first, ...rest] = old.pages;
  if (!first || rest.length === 0 || fresh.page.next === null) return { pages: [fresh], pageParams: [undefined] };
  const freshIds = new Set(fresh.data.map((row) => row.id));
  const keep = (rows: Conversation[]) => rows.filter((row) => !freshIds.has(row.id) && !gone.has(row.id));
  return {
    pages: [{ data: [...fresh.data, ...keep(first.data)], page: first.page }, ...rest.map((page) => ({ ...page, data: keep(page.data) }))],
    pageParams: old.pageParams,
  };
}

/** Changes one row wherever it stands; null takes it out. */
export function changeRow(old: ListData, id: string, change: (row: Conversation) => Conversation | null): ListData {
  const pages = old.pages.map((page) => {
    if (!page.data.some((row) => row.id === id)) return page;
    return { ...page, data: page.data.flatMap((row) => (row.id === id ? (change(row) ?? []) : [row])) };
  });
  return { ...old, pages };
}

export const rowsOf = (data: ListData | undefined): Conversation[] => {
  const seen = new Set<string>();
  // Rows move between pages while we read them; the first place a row is met is the newer one.
  return (data?.pages.flatMap((page) => page.data) ?? []).filter((row) => !seen.has(row.id) && seen.add(row.id));
};
