import { useSyncExternalStore } from "react";
import { externalStore } from "./external-store.ts";

/** One of a few, remembered by this browser. Storage can be forbidden; then it lasts as long as the page. */
export function rememberedChoice<T extends string>(key: string, choices: readonly T[], otherwise: T) {
  const store = externalStore<T>(read(key, choices) ?? otherwise);
  return {
    use: (): T => useSyncExternalStore(store.subscribe, store.get, () => otherwise),
    set: (choice: T): void => {
      store.set(choice);
      try {
        localStorage.setItem(key, choice);
      } catch {
        // It lasts as long as the page.
      }
    },
  };
}

function read<T extends string>(key: string, choices: readonly T[]): T | undefined {
  try {
    const kept = typeof window === "undefined" ? null : localStorage.getItem(key);
    return choices.find((choice) => choice === kept);
  } catch {
    return undefined;
  }
}
