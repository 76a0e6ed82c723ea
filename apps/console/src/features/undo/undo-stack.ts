import { useSyncExternalStore } from "react";
import { externalStore } from "../../external-store.ts";

/** Something that was done and can be taken back. */
export type UndoEntry = { id: number; label: string; undo: () => void };

/** So many steps back; older ones are forgotten. */
const most = 20;
const stack = externalStore<readonly UndoEntry[]>([]);
let lastId = 0;

/** Remembers how to take something back. Answers its id. */
export function pushUndo(label: string, undo: () => void): number {
  const id = ++lastId;
  stack.set([...stack.get(), { id, label, undo }].slice(-most));
  return id;
}

/** Forgets a step: it was taken back, or can't be any more. */
export const dropUndo = (id: number): void => stack.set(stack.get().filter((entry) => entry.id !== id));

/** Takes a step back, the last one if none is named. Each only once. */
export function takeBack(id = stack.get().at(-1)?.id): void {
  const entry = stack.get().find((one) => one.id === id);
  if (!entry) return;
  dropUndo(entry.id);
  entry.undo();
}

/** What can be taken back, the latest last. */
export const useUndoEntries = (): readonly UndoEntry[] => useSyncExternalStore(stack.subscribe, stack.get, stack.get);
