"use client";
import type { Conversation } from "@onethread/core/api";
import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { getConversation } from "../../api/conversations.ts";
import { keys } from "../../api/keys.ts";
import { type ListData, rowsOf } from "../inbox-list/merge-first-page.ts";

/** How one conversation is asked for. */
export const conversationQuery = (id: string) =>
  queryOptions({ queryKey: keys.conversation(id), queryFn: ({ signal }) => getConversation(id, signal) });

/** One conversation. The list's row stands in until the answer comes, so that the header paints at once. */
export function useConversation(id: string) {
  const client = useQueryClient();
  return useQuery({
    ...conversationQuery(id),
    placeholderData: (): Conversation | undefined => {
      const lists = client.getQueriesData<ListData>({ queryKey: [...keys.conversations, "list"] });
      for (const [, data] of lists) {
        const row = rowsOf(data).find((entry) => entry.id === id);
        if (row) return row;
      }
      return undefined;
    },
  });
}
