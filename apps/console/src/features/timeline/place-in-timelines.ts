import type { TimelineItem } from "@onethread/core/api";
import type { QueryClient } from "@tanstack/react-query";
import { keys } from "../../api/keys.ts";
import { itemsOf, placeItem, removeItem, type TimelineData } from "./merge-newest-page.ts";
import { type AskedFilter, belongs } from "./timeline-filter.ts";

/** Puts an item into its timeline as far as it is loaded, and into what is shown of it by a filter, if it belongs there. */
export function placeInTimelines(client: QueryClient, item: TimelineItem): void {
  for (const { queryKey } of client.getQueryCache().findAll({ queryKey: keys.timeline(item.conversationId) })) {
    const filter = queryKey[2] as AskedFilter | undefined;
    client.setQueryData<TimelineData>(queryKey, (old) => {
      if (!old || !filter || belongs(item, filter, itemsOf(old))) return old && placeItem(old, item);
      return removeItem(old, item.id);
    });
  }
}
