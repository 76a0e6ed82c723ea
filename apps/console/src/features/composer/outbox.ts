"use client";
import type { TimelineItem } from "@onethread/core/api";
import { useSyncExternalStore } from "react";
import type { ApiError } from "../../api/api-error.ts";
import type { SendInput } from "../../api/messages.ts";

/** A reply or note on its way to our server: shown in the timeline at once, gone when the real item is there. */
export type OutboxEntry = {
  item: TimelineItem;
  /** What is sent, kept whole, so that trying again is the same request with the same id. */
  intent: { kind: "reply"; input: SendInput & { id: string } } | { kind: "note"; text: string; key: string };
  error: ApiError | null;
};

let entries: ReadonlyMap<string, readonly OutboxEntry[]> = new Map();
const none: readonly OutboxEntry[] = [];
const listeners = new Set<() => void>();

function change(conversationId: string, next: (now: readonly OutboxEntry[]) => readonly OutboxEntry[]): void {
  entries = new Map(entries).set(conversationId, next(entries.get(conversationId) ?? none));
  for (const listener of listeners) listener();
}

export const outbox = {
  put: (entry: OutboxEntry): void => change(entry.item.conversationId, (now) => [...now.filter((other) => other.item.id !== entry.item.id), entry]),
  remove: (entry: OutboxEntry): void => change(entry.item.conversationId, (now) => now.filter((other) => other.item.id !== entry.item.id)),
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useOutbox = (conversationId: string): readonly OutboxEntry[] =>
  useSyncExternalStore(
    subscribe,
    () => entries.get(conversationId) ?? none,
    () => none,
  );
