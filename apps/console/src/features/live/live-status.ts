"use client";
import { useSyncExternalStore } from "react";

export type LiveStatus = "connecting" | "open" | "reconnecting";

/** Silence shorter than this is not worth a word. Milliseconds. */
const patience = 5000;

let status: LiveStatus = "connecting";
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function set(next: LiveStatus): void {
  if (next === status) return;
  status = next;
  for (const listener of listeners) listener();
}

/** The connection is up, or it is down: then the bar appears after a while. */
export function reportLive(up: boolean): void {
  if (up) {
    clearTimeout(timer);
    timer = undefined;
    set("open");
  } else if (timer === undefined) {
    timer = setTimeout(() => set("reconnecting"), patience);
  }
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useLiveStatus = (): LiveStatus =>
  useSyncExternalStore(
    subscribe,
    () => status,
    () => "connecting",
  );
