"use client";
import { useSyncExternalStore } from "react";
import { externalStore } from "../../external-store.ts";
import { useMe } from "../frame/me.tsx";

/** Two rows of the board. */
const most = 18;
const keyOf = (agentId: string) => `onethread.emoji.${agentId}`;

const stores = new Map<string, ReturnType<typeof externalStore<readonly string[]>>>();

function storeOf(agentId: string) {
  const known = stores.get(agentId) ?? externalStore<readonly string[]>(read(agentId));
  stores.set(agentId, known);
  return known;
}

/** The emoji the signed-in person used last, the latest first, as this browser remembers them. */
export function useRecentEmoji(): { recent: readonly string[]; note: (emoji: string) => void } {
  const agentId = useMe().agent?.id ?? "";
  const store = storeOf(agentId);
  const recent = useSyncExternalStore(store.subscribe, store.get, () => none);
  const note = (emoji: string) => {
    store.set([emoji, ...store.get().filter((one) => one !== emoji)].slice(0, most));
    try {
      localStorage.setItem(keyOf(agentId), JSON.stringify(store.get()));
    } catch {
      // They last as long as the page.
    }
  };
  return { recent, note };
}

const none: readonly string[] = [];

function read(agentId: string): readonly string[] {
  try {
    const kept: unknown = typeof window === "undefined" ? null : JSON.parse(localStorage.getItem(keyOf(agentId)) ?? "[]");
    return Array.isArray(kept) ? kept.filter((one) => typeof one === "string").slice(0, most) : none;
  } catch {
    return none;
  }
}
