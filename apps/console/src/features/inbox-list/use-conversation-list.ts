"use client";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { type ConversationFilter, listConversations } from "../../api/conversations.ts";
import { keys } from "../../api/keys.ts";
import { rowsOf } from "./merge-first-page.ts";

/** The conversations of a list, page after page; null: nobody knows yet which. While a search is typed, the last answer stays. */
export function useConversationList(filter: ConversationFilter | null) {
  const query = useInfiniteQuery({
    queryKey: keys.conversationList(filter ?? {}),
    queryFn: ({ pageParam, signal }) => listConversations(filter ?? {}, pageParam, signal),
    enabled: filter !== null,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.page.next ?? undefined,
    placeholderData: (previous, previousQuery) => {
      const before = previousQuery?.queryKey[2];
      return before && butSearched(before) === butSearched(filter ?? {}) ? keepPreviousData(previous) : undefined;
    },
  });
  const rows = useMemo(() => rowsOf(query.data), [query.data]);
  return { ...query, rows };
}

const butSearched = ({ q: _, ...rest }: ConversationFilter): string => JSON.stringify(rest);
