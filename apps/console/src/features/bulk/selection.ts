import { useSyncExternalStore } from "react";
import { externalStore } from "../../external-store.ts";

/**
 * Conversations that are chosen in the list. `listKey`: which list; another list has none chosen. `all`: all that match,
 * also those that are not loaded. `anchor`: where a range begins.
 */
export type Selection = { listKey: string; ids: ReadonlySet<string>; all: boolean; anchor: string | null };

const none: Selection = { listKey: "", ids: new Set(), all: false, anchor: null };
const store = externalStore<Selection>(none);

export const selectionOf = (listKey: string): Selection => (store.get().listKey === listKey ? store.get() : { ...none, listKey });
export const clearSelection = (): void => store.set(none);
export const selectAll = (listKey: string, ids: readonly string[]): void => store.set({ listKey, ids: new Set(ids), all: true, anchor: null });

export function toggleSelected(listKey: string, id: string): void {
  const { ids } = selectionOf(listKey);
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  store.set(next.size > 0 ? { listKey, ids: next, all: false, anchor: id } : none);
}

/** Adds everything from the anchor to `id`, in the order of the list. Without an anchor: `from` is one. */
export function selectTo(listKey: string, order: readonly string[], id: string, from: string | null): void {
  const now = selectionOf(listKey);
  const anchor = now.anchor ?? from ?? id;
  const [a, b] = [order.indexOf(anchor), order.indexOf(id)];
  if (b === -1) return;
  const start = a === -1 ? b : a;
  const range = order.slice(Math.min(start, b), Math.max(start, b) + 1);
  store.set({ listKey, ids: new Set([...now.ids, ...range]), all: false, anchor: order[start] ?? id });
}

/** What has left the list is not chosen any more. */
export function keepSelected(listKey: string, loaded: readonly string[]): void {
  const now = selectionOf(listKey);
  if (now.ids.size === 0) return;
  const there = new Set(loaded);
  const ids = [...now.ids].filter((id) => there.has(id));
  if (ids.length !== now.ids.size) store.set(ids.length > 0 ? { ...now, ids: new Set(ids) } : none);
}

const subscribe = store.subscribe;
export function useSelection(listKey: string): Selection {
  const now = useSyncExternalStore(subscribe, store.get, store.get);
  return now.listKey === listKey ? now : none;
}
/** Whether anything is chosen anywhere: keys then mean what is chosen. */
export const useHasSelection = (): boolean => useSyncExternalStore(subscribe, store.get, store.get).ids.size > 0;
