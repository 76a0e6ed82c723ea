"use client";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { useOutbox } from "../composer/outbox.ts";
import { itemsOf } from "./merge-newest-page.ts";
import { timelineQuery } from "./timeline-query.ts";

/** A conversation's items, the oldest first, with what is on its way to the server at the end. */
export function useTimeline(conversationId: string) {
  const client = useQueryClient();
  const query = useInfiniteQuery(timelineQuery(client, conversationId));
  const outbox = useOutbox(conversationId);
  const items = useMemo(() => itemsOf(query.data), [query.data]);
  const pending = useMemo(() => {
    const stored = new Set(items.map((item) => item.id));
    return outbox.filter((entry) => !stored.has(entry.item.id));
  }, [items, outbox]);
  return { ...query, items, pending };
}
