"use client";
import type { TimelineItem } from "@onethread/core/api";
import { useSyncExternalStore } from "react";

/** The message a reply will quote, by conversation: chosen in the timeline, shown in the composer. */
let quoted: ReadonlyMap<string, TimelineItem> = new Map();
const listeners = new Set<() => void>();

export function setQuoted(conversationId: string, item: TimelineItem | null): void {
  const next = new Map(quoted);
  if (item) next.set(conversationId, item);
  else next.delete(conversationId);
  quoted = next;
  for (const listener of listeners) listener();
}

export const quotedOf = (conversationId: string): TimelineItem | null => quoted.get(conversationId) ?? null;

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useQuoted = (conversationId: string): TimelineItem | null =>
  useSyncExternalStore(
    subscribe,
    () => quotedOf(conversationId),
    () => null,
  );
