"use client";
import type { TimelineItem } from "@onethread/core/api";
import { useSyncExternalStore } from "react";
import { externalStore } from "../../external-store.ts";

/** The message a reply will quote, by conversation: chosen in the timeline, shown in the composer. */
const quoted = externalStore<ReadonlyMap<string, TimelineItem>>(new Map());

export function setQuoted(conversationId: string, item: TimelineItem | null): void {
  const next = new Map(quoted.get());
  if (item) next.set(conversationId, item);
  else next.delete(conversationId);
  quoted.set(next);
}

export const quotedOf = (conversationId: string): TimelineItem | null => quoted.get().get(conversationId) ?? null;

export const useQuoted = (conversationId: string): TimelineItem | null =>
  useSyncExternalStore(
    quoted.subscribe,
    () => quotedOf(conversationId),
    () => null,
  );
