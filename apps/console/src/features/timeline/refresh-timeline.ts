import type { Query, QueryClient } from "@tanstack/react-query";
import { keys } from "../../api/keys.ts";
import { getItem, getTimeline } from "../../api/messages.ts";
import { mergeNewestPage, type TimelineData } from "./merge-newest-page.ts";
import { placeInTimelines } from "./place-in-timelines.ts";
import type { AskedFilter } from "./timeline-filter.ts";

/** More changed items than this outside of the newest page, and reading everything again is cheaper. */
const singleFetches = 8;

/** Brings one timeline up to date, and what filters show of it: at once where it is open, else on its next opening. */
export async function refreshTimeline(client: QueryClient, conversationId: string, changed: readonly string[]): Promise<void> {
  const queryKey = keys.timeline(conversationId);
  const queries = client.getQueryCache().findAll({ queryKey }) as unknown as Query<TimelineData>[];
  const open = queries.filter((query) => query.state.data && query.isActive());
  for (const query of queries) {
    if (!query.state.data || open.includes(query)) continue;
    client.setQueryData<TimelineData>(query.queryKey, (old) => old && firstPageOnly(old));
    await client.invalidateQueries({ queryKey: query.queryKey, exact: true, refetchType: "none" });
  }
  if (open.length === 0) return;

  const pages = await Promise.all(
    open.map(async (query) => {
      const fresh = await getTimeline(conversationId, (query.queryKey[2] as AskedFilter | undefined) ?? {});
      client.setQueryData<TimelineData>(query.queryKey, (old) => old && mergeNewestPage(old, fresh));
      return fresh.data;
    }),
  );
  // What one of them shows may stand further up in another: what is pinned above the timeline does.
  const fresh = new Map(pages.flat().map((item) => [item.id, item]));
  const elsewhere = changed.filter((id) => !fresh.has(id));
  if (elsewhere.length > singleFetches) {
    await client.invalidateQueries({ queryKey });
    return;
  }
  const items = await Promise.all(changed.map(async (id) => fresh.get(id) ?? (await getItem(id).catch(() => undefined))));
  for (const item of items) if (item) placeInTimelines(client, item);
}

const firstPageOnly = (data: TimelineData): TimelineData => ({ pages: data.pages.slice(0, 1), pageParams: data.pageParams.slice(0, 1) });
