"use client";
import type { SearchKind } from "@onethread/core/api";
import { useInfiniteQuery } from "@tanstack/react-query";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { keys } from "../../api/keys.ts";
import { searchFor } from "../../api/search.ts";

export const tabs = ["conversations", "messages", "customers"] as const satisfies readonly SearchKind[];
/** The server looks for no less. */
export const fewest = 2;

/** The address is the search: what is looked for, and among what. */
export const useSearchLocation = () =>
  useQueryStates(
    { q: parseAsString.withDefault(""), in: parseAsStringLiteral(tabs).withDefault("conversations") },
    { history: "replace", shallow: true },
  );

/** What was found, page by page; only messages have more than one. */
export function useSearch(q: string, kind: SearchKind) {
  return useInfiniteQuery({
    queryKey: keys.search(q, kind),
    queryFn: ({ pageParam, signal }) =>
      searchFor(q, [kind], { limit: kind === "messages" ? 20 : 50, ...(pageParam ? { cursor: pageParam } : {}) }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (answer) => answer.messages?.page.next ?? undefined,
    enabled: q.length >= fewest,
  });
}
