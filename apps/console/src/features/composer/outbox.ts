"use client";
import { useSyncExternalStore } from "react";
import { newIdempotencyKey } from "../../api/new-id.ts";
import { externalStore } from "../../external-store.ts";
import type { OutboxEntry } from "./outbox-entry.ts";
import { forgetEntry, keepEntry, keptEntries } from "./outbox-storage.ts";

const entries = externalStore<ReadonlyMap<string, readonly OutboxEntry[]>>(new Map());
const none: readonly OutboxEntry[] = [];

function change(conversationId: string, next: (now: readonly OutboxEntry[]) => readonly OutboxEntry[]): void {
  entries.set(new Map(entries.get()).set(conversationId, next(outbox.of(conversationId))));
}

const withOther = (entry: OutboxEntry) => (now: readonly OutboxEntry[]) =>
  now.some(({ item }) => item.id === entry.item.id) ? now.map((one) => (one.item.id === entry.item.id ? entry : one)) : [...now, entry];

/** What this tab has to send. Kept in the browser's storage until the server has it. */
export const outbox = {
  put: (entry: OutboxEntry): void => {
    keepEntry(entry);
    change(entry.item.conversationId, withOther(entry));
  },
  remove: (entry: OutboxEntry): void => {
    forgetEntry(entry);
    change(entry.item.conversationId, (now) => now.filter(({ item }) => item.id !== entry.item.id));
  },
  of: (conversationId: string): readonly OutboxEntry[] => entries.get().get(conversationId) ?? none,
  all: (): readonly OutboxEntry[] => [...entries.get().values()].flat(),
  /** What tabs that are gone have left behind. Answers the conversations it belongs to. */
  adopt: async (agentId: string): Promise<string[]> => {
    const left = (await keptEntries(agentId)).filter((entry) => !outbox.of(entry.item.conversationId).some(({ item }) => item.id === entry.item.id));
    for (const entry of left) outbox.put(entry.phase === "sending" ? { ...entry, phase: "waiting" } : entry);
    return [...new Set(left.map(({ item }) => item.conversationId))];
  },
};

export const newBatch = newIdempotencyKey;

export const useOutbox = (conversationId: string): readonly OutboxEntry[] =>
  useSyncExternalStore(
    entries.subscribe,
    () => outbox.of(conversationId),
    () => none,
  );

/** How much waits for a connection. */
export const useWaitingCount = (): number =>
  useSyncExternalStore(
    entries.subscribe,
    () => outbox.all().filter(({ phase }) => phase !== "failed").length,
    () => 0,
  );
