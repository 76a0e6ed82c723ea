"use client";
import { useSyncExternalStore } from "react";
import type { ApiError } from "../../api/api-error.ts";
import type { Mode } from "./draft-store.ts";

/** Why the server did not take what was written, by conversation and mode; shown over the words that are back in the field. */
let refusals: ReadonlyMap<string, ApiError> = new Map();
const listeners = new Set<() => void>();
const keyOf = (conversationId: string, mode: Mode) => `${conversationId} ${mode}`;

export function setRefusal(conversationId: string, mode: Mode, error: ApiError | null): void {
  const next = new Map(refusals);
  if (error) next.set(keyOf(conversationId, mode), error);
  else next.delete(keyOf(conversationId, mode));
  refusals = next;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useRefusal = (conversationId: string, mode: Mode): ApiError | null =>
  useSyncExternalStore(
    subscribe,
    () => refusals.get(keyOf(conversationId, mode)) ?? null,
    () => null,
  );
