import { useSyncExternalStore } from "react";
import { externalStore } from "../../external-store.ts";
import type { ShortcutId } from "./shortcuts.ts";

/** One of several things an action can be done with: a colleague, a label, a time. */
export type Choice = { id: string; label: string; hint?: string; checked?: boolean; person?: string | null; run: () => void };

/** What can be done now: at once, or with one of several things. */
type Action = { run: () => void } | { choices: () => Choice[] };
type Offered = readonly { id: ShortcutId; action: Action }[];

const offered = externalStore<Offered>([]);
const none: Offered = [];

/** Says that something can be done now; of several offers the last one counts. Answers how to take it back. */
export function offerAction(id: ShortcutId, action: Action): () => void {
  offered.set([...offered.get(), { id, action }]);
  return () => offered.set(offered.get().filter((one) => one.action !== action));
}

/** Does it, as its key would, where it can be done now. */
export function doAction(id: ShortcutId): void {
  const action = offered.get().findLast((one) => one.id === id)?.action;
  if (action && "run" in action) action.run();
}

/** Waits until something can be done. `longest`: milliseconds; answers whether it can. */
export function whenOffered(id: ShortcutId, longest: number): Promise<boolean> {
  const there = () => offered.get().some((one) => one.id === id);
  if (there()) return Promise.resolve(true);
  return new Promise((resolve) => {
    const done = (can: boolean) => {
      clearTimeout(timer);
      stop();
      resolve(can);
    };
    const timer = setTimeout(() => done(false), longest);
    const stop = offered.subscribe(() => there() && done(true));
  });
}

/** What can be done now, where one is. */
export function useActions(): ReadonlyMap<ShortcutId, Action> {
  const now = useSyncExternalStore(offered.subscribe, offered.get, () => none);
  return new Map(now.map(({ id, action }) => [id, action]));
}
