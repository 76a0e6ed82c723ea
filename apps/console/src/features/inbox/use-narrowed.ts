"use client";
import { channels, isCondition } from "@onethread/core";
import type { ConversationSort } from "@onethread/core/api";
import { createLoader, createSerializer, parseAsJson, parseAsString, parseAsStringLiteral } from "nuqs";
import { useMemo } from "react";
import { rewriteSearch, useAddress } from "./address.tsx";

export const sorts = ["newest", "oldest", "waiting", "priority"] as const satisfies readonly ConversationSort[];

const query = {
  q: parseAsString.withDefault(""),
  channel: parseAsStringLiteral(channels),
  queue: parseAsString,
  sort: parseAsStringLiteral(sorts),
  filter: parseAsJson((value) => (isCondition(value) ? value : null)),
};
const read = createLoader(query);
const write = createSerializer(query);

/** How the address narrows and sorts the list. */
export function useNarrowed() {
  const search = useAddress((address) => address.search);
  return useMemo(() => read(search), [search]);
}

/** Narrows otherwise; what is not named stays, null takes away. */
export const narrow = (next: Parameters<typeof write>[1]): void => rewriteSearch(write(window.location.search, next));
