"use client";
import { channels } from "@onethread/core";
import { itemTypes } from "@onethread/core/api";
import { parseAsArrayOf, parseAsBoolean, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useCallback, useMemo } from "react";
import { goToItem } from "./go-to-item.ts";
import { askedFilter, type TimelineFilter } from "./timeline-filter.ts";

const query = {
  scope: parseAsStringLiteral(["case"] as const),
  kinds: parseAsArrayOf(parseAsStringLiteral(itemTypes)).withDefault([]),
  via: parseAsArrayOf(parseAsStringLiteral(channels)).withDefault([]),
  pinned: parseAsBoolean.withDefault(false),
  m: parseAsString,
};

/** What of the timeline is shown stands in the address, so that a link shows the same. */
export function useTimelineFilter() {
  const [{ scope, kinds, via, pinned }, set] = useQueryStates(query, { history: "replace", shallow: true });
  const filter = useMemo<TimelineFilter>(() => ({ scope, kinds, via, pinned }), [scope, kinds, via, pinned]);
  // A message that was gone to may not be among what is shown now: it would bring everything back.
  const change = useCallback((next: Partial<TimelineFilter>) => void set({ ...next, m: null }), [set]);
  const clear = useCallback(() => void set({ scope: null, kinds: null, via: null, pinned: null }), [set]);
  const goToMessage = useCallback(
    (id: string) => {
      // What the address names already is gone to again.
      goToItem(id);
      void set({ m: id });
    },
    [set],
  );
  const asked = useMemo(() => askedFilter(filter), [filter]);
  return { filter, asked, change, clear, goToMessage };
}
