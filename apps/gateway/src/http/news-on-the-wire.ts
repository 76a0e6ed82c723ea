import { type IdKind, toTypeId } from "@onethread/core";
import type { News } from "@onethread/realtime";

/** Which ids of ours a kind of news carries. Typing carries none. */
const idKinds: Record<News["kind"], IdKind | null> = {
  conversation: "conversation",
  message: "message",
  note: "note",
  event: "event",
  customer: "customer",
  channel_account: "channelAccount",
  webhook_event: "webhookEvent",
  label: "label",
  canned_reply: "cannedReply",
  macro: "macro",
  saved_view: "savedView",
  business_hours: "businessHours",
  routing_rule: "routingRule",
  bulk_change: "bulkChange",
  agent: "agent",
  queue: "queue",
  agent_settings: "agent",
  scheduled_message: "message",
  draft: null,
  typing: null,
  visitor_typing: null,
  visitor_told: null,
  widget_seen: "channelAccount",
  presence: null,
  resync: null,
};

/** News as clients read them: the ids they know from the API. */
export function onTheWire(news: News): { kind: News["kind"]; ids: string[]; conversationId?: string } {
  const kind = idKinds[news.kind];
  return {
    kind: news.kind,
    ids: kind ? news.ids.map((id) => toTypeId(kind, id)) : news.ids,
    ...(news.conversationId ? { conversationId: toTypeId("conversation", news.conversationId) } : {}),
  };
}
