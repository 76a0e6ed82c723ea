"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { keys } from "../../api/keys.ts";
import { getTimeline } from "../../api/messages.ts";
import { useOutbox } from "../composer/outbox.ts";
import { itemsOf } from "./merge-newest-page.ts";

/** A conversation's items, the oldest first, with what is on its way to the server at the end. */
export function useTimeline(conversationId: string) {
  const query = useInfiniteQuery({
    queryKey: keys.timeline(conversationId),
    queryFn: ({ pageParam, signal }) => getTimeline(conversationId, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.page.prev ?? undefined,
  });
  const outbox = useOutbox(conversationId);
  const items = useMemo(() => itemsOf(query.data), [query.data]);
  const pending = useMemo(() => {
    const stored = new Set(items.map((item) => item.id));
    return outbox.filter((entry) => !stored.has(entry.item.id));
  }, [items, outbox]);
  return { ...query, items, pending };
}
