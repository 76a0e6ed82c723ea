"use client";
import { useSyncExternalStore } from "react";
import { externalStore } from "../../external-store.ts";

export type LiveStatus = "connecting" | "open" | "reconnecting";

/** Silence shorter than this is not worth a word. Milliseconds. */
const patience = 5000;

const status = externalStore<LiveStatus>("connecting");
let timer: ReturnType<typeof setTimeout> | undefined;

/** The connection is up, or it is down: then the bar appears after a while. */
export function reportLive(up: boolean): void {
  if (up) {
    clearTimeout(timer);
    timer = undefined;
    status.set("open");
  } else if (timer === undefined) {
    timer = setTimeout(() => status.set("reconnecting"), patience);
  }
}

export const useLiveStatus = (): LiveStatus => useSyncExternalStore(status.subscribe, status.get, () => "connecting");
