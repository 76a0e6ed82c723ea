import { useSyncExternalStore } from "react";
import { externalStore } from "../../external-store.ts";

/** Changes of many conversations that this tab began and still shows, the latest last. */
const running = externalStore<readonly string[]>([]);
export const showBulkChange = (id: string): void => running.set([...running.get(), id]);
export const hideBulkChange = (id: string): void => running.set(running.get().filter((other) => other !== id));
export const useShownBulkChanges = (): readonly string[] => useSyncExternalStore(running.subscribe, running.get, running.get);
