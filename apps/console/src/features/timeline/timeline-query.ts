import { infiniteQueryOptions, type QueryClient } from "@tanstack/react-query";
import { keys } from "../../api/keys.ts";
import { getTimeline } from "../../api/messages.ts";
import { unhurried, until } from "../../at-rest.ts";
import type { TimelineData } from "./merge-newest-page.ts";
import type { AskedFilter } from "./timeline-filter.ts";
import { nextParam, whereOf } from "./timeline-gap.ts";

/** How a conversation's timeline, or what a filter shows of it, is asked for, page by page from its end. */
export const timelineQuery = (client: QueryClient, conversationId: string, filter: AskedFilter | null = null) => {
  const queryKey = keys.timeline(conversationId, filter);
  return infiniteQueryOptions({
    queryKey,
    queryFn: async ({ pageParam, signal }) => {
      // All of it is what one comes for; what is pinned of it, say, can follow.
      if (filter) await until(unhurried, signal);
      return getTimeline(conversationId, { ...whereOf(pageParam), ...filter }, signal);
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (_, pages) => nextParam(pages, client.getQueryData<TimelineData>(queryKey)),
  });
};
