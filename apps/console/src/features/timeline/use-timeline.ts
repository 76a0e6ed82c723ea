"use client";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { keys } from "../../api/keys.ts";
import { getTimeline } from "../../api/messages.ts";
import { useOutbox } from "../composer/outbox.ts";
import { itemsOf, type TimelineData } from "./merge-newest-page.ts";
import { nextParam, whereOf } from "./timeline-gap.ts";

/** A conversation's items, the oldest first, with what is on its way to the server at the end. */
export function useTimeline(conversationId: string) {
  const client = useQueryClient();
  const queryKey = keys.timeline(conversationId);
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => getTimeline(conversationId, whereOf(pageParam), signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (_, pages) => nextParam(pages, client.getQueryData<TimelineData>(queryKey)),
  });
  const outbox = useOutbox(conversationId);
  const items = useMemo(() => itemsOf(query.data), [query.data]);
  const pending = useMemo(() => {
    const stored = new Set(items.map((item) => item.id));
    return outbox.filter((entry) => !stored.has(entry.item.id));
  }, [items, outbox]);
  return { ...query, items, pending };
}
