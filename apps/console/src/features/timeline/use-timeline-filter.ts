"use client";
import { channels } from "@onethread/core";
import { itemTypes } from "@onethread/core/api";
import { createLoader, createSerializer, parseAsArrayOf, parseAsBoolean, parseAsString, parseAsStringLiteral } from "nuqs";
import { useCallback, useMemo } from "react";
import { rewriteSearch, useAddress } from "../inbox/address.tsx";
import { goToItem } from "./go-to-item.ts";
import { askedFilter, type TimelineFilter } from "./timeline-filter.ts";

const query = {
  scope: parseAsStringLiteral(["case"] as const),
  kinds: parseAsArrayOf(parseAsStringLiteral(itemTypes)).withDefault([]),
  via: parseAsArrayOf(parseAsStringLiteral(channels)).withDefault([]),
  pinned: parseAsBoolean.withDefault(false),
  m: parseAsString,
};
const read = createLoader(query);
const write = createSerializer(query);
const set = (next: Parameters<typeof write>[1]) => rewriteSearch(write(window.location.search, next) || "");

/** What of the timeline is shown stands in the address, so that a link shows the same. */
export function useTimelineFilter() {
  const search = useAddress((address) => address.search);
  const filter = useMemo<TimelineFilter>(() => {
    const { scope, kinds, via, pinned } = read(search);
    return { scope, kinds, via, pinned };
  }, [search]);
  // A message that was gone to may not be among what is shown now: it would bring everything back.
  const change = useCallback((next: Partial<TimelineFilter>) => set({ ...next, m: null }), []);
  const clear = useCallback(() => set({ scope: null, kinds: null, via: null, pinned: null }), []);
  const goToMessage = useCallback((id: string) => {
    // What the address names already is gone to again.
    goToItem(id);
    set({ m: id });
  }, []);
  const asked = useMemo(() => askedFilter(filter), [filter]);
  return { filter, asked, change, clear, goToMessage };
}
