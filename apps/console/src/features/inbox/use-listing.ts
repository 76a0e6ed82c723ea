"use client";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { ConversationFilter } from "../../api/conversations.ts";
import { keys } from "../../api/keys.ts";
import { listSavedViews } from "../../api/saved-views.ts";
import { useNarrowed } from "./use-narrowed.ts";
import { usePlace } from "./use-place.ts";
import { isView } from "./views.ts";

export const useSavedViews = () => useQuery({ queryKey: keys.savedViews, queryFn: listSavedViews });

/**
 * What the list at this address holds. `filter`: null while a saved view is still on its way, or is `gone`. `changed`:
 * the address narrows or sorts otherwise than the saved view that it names.
 */
export function useListing() {
  const place = usePlace();
  const narrowed = useNarrowed();
  const saved = useSavedViews();
  const view = isView(place) ? place : null;
  const savedView = view ? null : (saved.data?.find(({ id }) => id === place) ?? null);
  const { q, channel, queue, sort, filter: condition } = narrowed;
  const filter = useMemo<ConversationFilter | null>(() => {
    if (!view && !savedView) return null;
    const conditions = condition ?? savedView?.filter;
    const order = sort ?? savedView?.sort;
    return {
      ...(view ? { view } : {}),
      ...(q ? { q } : {}),
      ...(channel ? { channel } : {}),
      ...(queue ? { queueId: queue } : {}),
      ...(conditions ? { filter: conditions } : {}),
      ...(order && order !== "newest" ? { sort: order } : {}),
    };
  }, [view, savedView, q, channel, queue, sort, condition]);
  return { view, savedView, filter, gone: !view && saved.isSuccess && !savedView, changed: condition !== null || sort !== null };
}
