"use client";
import type { QueryClient } from "@tanstack/react-query";
import { keys } from "../../api/keys.ts";
import { giveBack } from "./give-back.ts";
import { outbox } from "./outbox.ts";
import type { OutboxEntry } from "./outbox-entry.ts";
import { setRefusal } from "./refusals.ts";
import { submitEntry } from "./submit-entry.ts";

/** How long to wait for the next attempt when no answer came: longer each time. Milliseconds. */
const pauses = [1000, 2000, 5000, 10_000, 30_000];

export type Post = {
  /** Sends what is due, one after the other in each conversation. */
  send(...entries: OutboxEntry[]): void;
  /** Tries again what waits: the network is back. */
  wake(conversationIds?: readonly string[]): void;
  again(entry: OutboxEntry): void;
  /** Takes back what was sent together, as far as it has not begun to go out. */
  undo(batch: string): void;
  now(batch: string): void;
};

type Options = {
  client: QueryClient;
  /** Runs when an entry has gone out that something follows. */
  after: (entry: OutboxEntry) => void;
};

/** Carries the outbox to the server: in order, when it is due, as often as it takes, each message once. */
export function openPost({ client, after }: Options): Post {
  const running = new Set<string>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const failures = new Map<string, number>();

  const later = (conversationId: string, ms: number) => {
    clearTimeout(timers.get(conversationId));
    timers.set(
      conversationId,
      setTimeout(() => void run(conversationId), ms),
    );
  };

  async function run(conversationId: string): Promise<void> {
    if (running.has(conversationId)) return;
    running.add(conversationId);
    try {
      while (await step(conversationId)) {
        // One after the other, so that they arrive in this order.
      }
    } finally {
      running.delete(conversationId);
    }
  }

  /** Answers whether to go on at once. */
  async function step(conversationId: string): Promise<boolean> {
    const entry = outbox.of(conversationId).find(({ phase }) => phase !== "failed");
    // Offline nothing is tried: the browser tells when that is over.
    if (!entry || !navigator.onLine) return false;
    const wait = (entry.heldUntil ?? 0) - Date.now();
    if (wait > 0) {
      later(conversationId, wait);
      return false;
    }
    const outcome = await submitEntry(client, entry);
    if (outcome.is === "later") {
      const count = failures.get(conversationId) ?? 0;
      failures.set(conversationId, count + 1);
      later(conversationId, pauses[Math.min(count, pauses.length - 1)] ?? 1000);
      return false;
    }
    failures.delete(conversationId);
    if (outcome.is === "refused") {
      // What comes after a refusal is not sent.
      const back = outbox.of(conversationId).filter(({ batch }) => batch === entry.batch);
      giveBack(client, back);
      setRefusal(conversationId, entry.intent.kind, outcome.error);
      void client.invalidateQueries({ queryKey: keys.doors(conversationId) });
    }
    if (outcome.is === "sent" && entry.after) after(entry);
    return true;
  }

  const ofBatch = (batch: string) => outbox.all().filter((entry) => entry.batch === batch && entry.phase === "waiting");
  const post: Post = {
    send: (...entries) => {
      for (const entry of entries) outbox.put(entry);
      post.wake([...new Set(entries.map(({ item }) => item.conversationId))]);
    },
    wake: (conversationIds = [...new Set(outbox.all().map(({ item }) => item.conversationId))]) => {
      for (const id of conversationIds) void run(id);
    },
    again: (entry) => post.send({ ...entry, phase: "waiting", error: null }),
    undo: (batch) => giveBack(client, ofBatch(batch)),
    now: (batch) => post.send(...ofBatch(batch).map((entry) => ({ ...entry, heldUntil: null }))),
  };
  return post;
}
