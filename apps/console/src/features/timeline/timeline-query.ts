import { infiniteQueryOptions, type QueryClient } from "@tanstack/react-query";
import { keys } from "../../api/keys.ts";
import { getTimeline } from "../../api/messages.ts";
import type { TimelineData } from "./merge-newest-page.ts";
import { nextParam, whereOf } from "./timeline-gap.ts";

/** How a conversation's timeline is asked for, page by page from its end. */
export const timelineQuery = (client: QueryClient, conversationId: string) =>
  infiniteQueryOptions({
    queryKey: keys.timeline(conversationId),
    queryFn: ({ pageParam, signal }) => getTimeline(conversationId, whereOf(pageParam), signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (_, pages) => nextParam(pages, client.getQueryData<TimelineData>(keys.timeline(conversationId))),
  });
