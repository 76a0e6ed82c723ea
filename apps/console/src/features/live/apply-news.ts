import type { QueryClient } from "@tanstack/react-query";
import { keys } from "../../api/keys.ts";
import { refreshConversations } from "../inbox-list/refresh-conversations.ts";
import { refreshTimeline } from "../timeline/refresh-timeline.ts";
import type { NewsBatch } from "./news-batch.ts";

const keysOfKind: Record<string, readonly string[]> = {
  queue: keys.queues,
  business_hours: keys.businessHours,
  routing_rule: keys.routingRules,
  label: keys.labels,
  canned_reply: keys.cannedReplies,
  macro: keys.macros,
  saved_view: keys.savedViews,
  bulk_change: keys.bulkChanges,
  agent: keys.agents,
  agent_settings: keys.ownSettings,
  scheduled_message: ["scheduled"],
  channel_account: keys.channelAccounts,
  widget_seen: ["widget-sightings"],
  webhook_event: ["webhook-events"],
};

/** What a first step may have been taken by. */
const firstSteps = new Set(["channel_account", "agent", "business_hours", "canned_reply"]);

/** Brings the cache up to date with a batch of news: what is shown now, the rest when it is shown next. */
export async function applyNews(client: QueryClient, batch: NewsBatch, agentId: string | null): Promise<void> {
  if (batch.resync) {
    await client.invalidateQueries();
    return;
  }
  const work: Promise<unknown>[] = [];
  // What is done to a conversation is an item on its timeline, too.
  for (const id of batch.conversations) work.push(refreshTimeline(client, id, [...(batch.items.get(id) ?? [])]));
  // A customer who writes opens a door, and makes it the one a reply takes.
  for (const id of new Set([...batch.conversations, ...batch.items.keys()]))
    work.push(client.invalidateQueries({ queryKey: keys.doors(id) }), client.invalidateQueries({ queryKey: keys.files(id) }));
  if (batch.conversations.size > 0) {
    work.push(refreshConversations(client, [...batch.conversations], agentId));
    for (const id of batch.conversations)
      work.push(client.invalidateQueries({ queryKey: keys.cases(id) }), client.invalidateQueries({ queryKey: keys.routingDecisions(id) }));
    for (const queryKey of [keys.queues, keys.viewCounts, keys.conversationCounts]) work.push(client.invalidateQueries({ queryKey }));
  }
  for (const id of batch.drafts) {
    const queryKey = keys.drafts(id);
    // Where it is open the composer asks, and decides; elsewhere its row shows it.
    if (client.getQueryCache().find({ queryKey })?.isActive()) work.push(client.invalidateQueries({ queryKey }));
    else work.push(refreshConversations(client, [id], agentId), client.invalidateQueries({ queryKey: keys.viewCounts }));
  }
  if (batch.customers) {
    for (const queryKey of [keys.customers, ["merges"], keys.mergeSuggestions, keys.conversations, ["doors"], ["cases"], ["files"]]) {
      work.push(client.invalidateQueries({ queryKey }));
    }
  }
  // Asked for only while it is shown and a step is left.
  if (batch.conversations.size > 0 || [...batch.kinds].some((kind) => firstSteps.has(kind)))
    work.push(client.invalidateQueries({ queryKey: keys.gettingStarted }));
  for (const kind of batch.kinds) {
    const queryKey = keysOfKind[kind];
    if (queryKey) work.push(client.invalidateQueries({ queryKey }));
    if (kind === "channel_account" || kind === "webhook_event") work.push(client.invalidateQueries({ queryKey: keys.status }));
  }
  await Promise.all(work);
}
