import type { QueryClient } from "@tanstack/react-query";
import { keys } from "../../api/keys.ts";
import { getMessage, getTimeline } from "../../api/messages.ts";
import { mergeNewestPage, placeItem, type TimelineData } from "./merge-newest-page.ts";

/** More changed items than this outside of the newest page, and reading everything again is cheaper. */
const singleFetches = 8;

/** Brings one timeline up to date: at once when it is open, else on its next opening. */
export async function refreshTimeline(client: QueryClient, conversationId: string, changed: readonly string[]): Promise<void> {
  const queryKey = keys.timeline(conversationId);
  const query = client.getQueryCache().find<TimelineData>({ queryKey });
  if (!query?.state.data) return;
  if (!query.isActive()) {
    client.setQueryData<TimelineData>(queryKey, (old) => old && firstPageOnly(old));
    await client.invalidateQueries({ queryKey, refetchType: "none" });
    return;
  }

  const fresh = await getTimeline(conversationId);
  const update = (change: (old: TimelineData) => TimelineData) => client.setQueryData<TimelineData>(queryKey, (old) => old && change(old));
  update((old) => mergeNewestPage(old, fresh));

  // News calls every item a message; what follows the prefix is the same for notes and events.
  const inFresh = new Set(fresh.data.map((item) => withoutPrefix(item.id)));
  const elsewhere = changed.filter((id) => id.startsWith("msg_") && !inFresh.has(withoutPrefix(id)));
  if (elsewhere.length > singleFetches) {
    await client.invalidateQueries({ queryKey });
    return;
  }
  const items = await Promise.all(elsewhere.map((id) => getMessage(id).catch(() => undefined)));
  for (const item of items) if (item) update((old) => placeItem(old, item));
}

const withoutPrefix = (id: string): string => id.slice(id.indexOf("_"));

const firstPageOnly = (data: TimelineData): TimelineData => ({ pages: data.pages.slice(0, 1), pageParams: data.pageParams.slice(0, 1) });
