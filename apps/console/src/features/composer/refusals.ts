"use client";
import { useSyncExternalStore } from "react";
import type { ApiError } from "../../api/api-error.ts";
import { externalStore } from "../../external-store.ts";
import type { Mode } from "./draft-store.ts";

/** Why the server did not take what was written, by conversation and mode; shown over the words that are back in the field. */
const refusals = externalStore<ReadonlyMap<string, ApiError>>(new Map());
const keyOf = (conversationId: string, mode: Mode) => `${conversationId} ${mode}`;

export function setRefusal(conversationId: string, mode: Mode, error: ApiError | null): void {
  const next = new Map(refusals.get());
  if (error) next.set(keyOf(conversationId, mode), error);
  else next.delete(keyOf(conversationId, mode));
  refusals.set(next);
}

export const useRefusal = (conversationId: string, mode: Mode): ApiError | null =>
  useSyncExternalStore(
    refusals.subscribe,
    () => refusals.get().get(keyOf(conversationId, mode)) ?? null,
    () => null,
  );
