"use client";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { type ConversationFilter, listConversations } from "../../api/conversations.ts";
import { keys } from "../../api/keys.ts";
import { rowsOf } from "./merge-first-page.ts";

/** The conversations of a view, page after page. While a search is typed, the last answer stays. */
export function useConversationList(filter: ConversationFilter) {
  const query = useInfiniteQuery({
    queryKey: keys.conversationList(filter),
    queryFn: ({ pageParam, signal }) => listConversations(filter, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.page.next ?? undefined,
    placeholderData: (previous, previousQuery) => {
      const before = previousQuery?.queryKey[2];
      return before?.view === filter.view ? keepPreviousData(previous) : undefined;
    },
  });
  const rows = useMemo(() => rowsOf(query.data), [query.data]);
  return { ...query, rows };
}
