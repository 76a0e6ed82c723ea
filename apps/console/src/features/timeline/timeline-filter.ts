import type { Channel } from "@onethread/core";
import type { TimelineItem } from "@onethread/core/api";

/** What of a timeline is shown, as the address has it. */
export type TimelineFilter = {
  scope: "case" | null;
  kinds: TimelineItem["type"][];
  via: Channel[];
  pinned: boolean;
};
/** The same as the API is asked for it: one and the same object means one and the same page. */
export type AskedFilter = { kinds?: string; channels?: string; case?: "latest"; pinned?: "true" };

/** Null: everything. The order in which things were chosen does not matter. */
export function askedFilter({ scope, kinds, via, pinned }: TimelineFilter): AskedFilter | null {
  const asked: AskedFilter = {
    ...(scope === "case" ? { case: "latest" } : {}),
    ...(kinds.length > 0 ? { kinds: kinds.toSorted().join(",") } : {}),
    ...(via.length > 0 ? { channels: via.toSorted().join(",") } : {}),
    ...(pinned ? { pinned: "true" } : {}),
  };
  return Object.keys(asked).length > 0 ? asked : null;
}

/** Whether an item belongs to a filtered timeline. `shown`: what is in it; its last item says which case is the latest one. */
export function belongs(item: TimelineItem, filter: AskedFilter, shown: readonly TimelineItem[]): boolean {
  if (filter.kinds && !filter.kinds.split(",").includes(item.type)) return false;
  if (filter.channels && !(item.channel && filter.channels.split(",").includes(item.channel))) return false;
  if (filter.pinned && !item.pinned) return false;
  const known = shown.some((other) => other.id === item.id);
  return filter.case !== "latest" || known || (item.caseId !== null && item.caseId === shown.at(-1)?.caseId);
}
