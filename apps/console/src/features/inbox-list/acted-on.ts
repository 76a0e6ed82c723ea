import { useSyncExternalStore } from "react";
import { externalStore } from "../../external-store.ts";

/** What was just done to a conversation, and the step that takes it back. */
export type Acted = { title: string; undoStep: number };

/** So long its row stays as a trace of itself when it leaves the list. Milliseconds. */
const traceFor = 8000;

const acted = externalStore<ReadonlyMap<string, Acted>>(new Map());
export const actedOn = (id: string): Acted | undefined => acted.get().get(id);

/** Says that somebody acted on a conversation: should its row leave, it leaves a trace. */
export function noteActed(id: string, what: Acted): void {
  acted.set(new Map([...acted.get(), [id, what]]));
  setTimeout(() => {
    if (acted.get().get(id) === what) forgetActed(id);
  }, traceFor);
}

/** Says that it was taken back: its row returns to its place, also where nothing else may move. */
export function noteTakenBack(id: string): void {
  forgetActed(id);
  returning.set(new Set([...returning.get(), id]));
  setTimeout(() => returning.set(new Set([...returning.get()].filter((other) => other !== id))), traceFor);
}
const returning = externalStore<ReadonlySet<string>>(new Set());
export const useReturning = (): ReadonlySet<string> => useSyncExternalStore(returning.subscribe, returning.get, returning.get);

export function forgetActed(id: string): void {
  const rest = new Map(acted.get());
  if (rest.delete(id)) acted.set(rest);
}
export const followActed = { subscribe: acted.subscribe, get: acted.get };
