import { useSyncExternalStore } from "react";
import { externalStore } from "../../external-store.ts";

/** Where one is when a conversation is put away: at the next one of the list, the one before, none, or still there. */
export const afterDoneChoices = ["next", "previous", "list", "stay"] as const;
export type AfterDone = (typeof afterDoneChoices)[number];

const remembered = "onethread.after-done";
const isChoice = (value: string | null): value is AfterDone => (afterDoneChoices as readonly (string | null)[]).includes(value);

const read = (): AfterDone => {
  const value = typeof window === "undefined" ? null : localStorage.getItem(remembered);
  return isChoice(value) ? value : "next";
};
const store = externalStore<AfterDone>(read());

export const useAfterDone = (): AfterDone => useSyncExternalStore(store.subscribe, store.get, () => "next");
export const setAfterDone = (choice: AfterDone): void => {
  localStorage.setItem(remembered, choice);
  store.set(choice);
};
