"use client";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { useOutbox } from "../composer/outbox.ts";
import { itemsOf } from "./merge-newest-page.ts";
import type { AskedFilter } from "./timeline-filter.ts";
import { timelineQuery } from "./timeline-query.ts";

/**
 * A conversation's items, or those that a filter shows, the oldest first, with what is on its way to the server at the
 * end. `newest`: of all of them, whatever the filter hides; replies go by it, and new ones are told of.
 */
export function useTimeline(conversationId: string, filter: AskedFilter | null) {
  const client = useQueryClient();
  const query = useInfiniteQuery(timelineQuery(client, conversationId, filter));
  const whole = useInfiniteQuery({ ...timelineQuery(client, conversationId), enabled: filter !== null });
  const outbox = useOutbox(conversationId);
  const items = useMemo(() => itemsOf(query.data), [query.data]);
  const newest = useMemo(() => (filter === null ? items : itemsOf(whole.data)), [filter, items, whole.data]);
  const pending = useMemo(() => {
    const stored = new Set(items.map((item) => item.id));
    return outbox.filter((entry) => !stored.has(entry.item.id));
  }, [items, outbox]);
  return { ...query, items, newest, pending };
}
