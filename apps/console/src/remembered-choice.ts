import { useSyncExternalStore } from "react";
import { externalStore } from "./external-store.ts";

/** Something remembered by this browser. Storage can be forbidden; then it lasts as long as the page. */
export type Remembered<T> = { use: () => T; set: (value: T) => void };

/** One of a few. */
export const rememberedChoice = <T extends string>(key: string, choices: readonly T[], otherwise: T): Remembered<T> =>
  remembered(key, (kept) => choices.find((choice) => choice === kept), String, otherwise);

/** Anything that can be kept as a text; `read` answers nothing for what it does not know. */
export function remembered<T>(key: string, read: (kept: string) => T | undefined, write: (value: T) => string, otherwise: T): Remembered<T> {
  const store = externalStore<T>(ask(key, read) ?? otherwise);
  return {
    use: () => useSyncExternalStore(store.subscribe, store.get, () => otherwise),
    set: (value) => {
      store.set(value);
      try {
        localStorage.setItem(key, write(value));
      } catch {
        // It lasts as long as the page.
      }
    },
  };
}

function ask<T>(key: string, read: (kept: string) => T | undefined): T | undefined {
  try {
    const kept = typeof window === "undefined" ? null : localStorage.getItem(key);
    return kept === null ? undefined : read(kept);
  } catch {
    return undefined;
  }
}
