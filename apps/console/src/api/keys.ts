import type { ConversationFilter } from "./conversations.ts";

/** Every query's key, in one place, so that live updates can name what they make stale. */
export const keys = {
  me: ["me"] as const,
  conversations: ["conversations"] as const,
  conversationList: (filter: ConversationFilter) => ["conversations", "list", filter] as const,
  conversation: (id: string) => ["conversations", "one", id] as const,
  doors: (conversationId: string) => ["doors", conversationId] as const,
  timelines: ["timeline"] as const,
  timeline: (conversationId: string) => ["timeline", conversationId] as const,
  cases: (conversationId: string) => ["cases", conversationId] as const,
  message: (id: string) => ["message", id] as const,
  customers: ["customers"] as const,
  customer: (id: string) => ["customers", "one", id] as const,
  customerSearch: (q: string) => ["customers", "search", q] as const,
  merges: (customerId: string) => ["merges", customerId] as const,
  mergeSuggestions: ["merge-suggestions"] as const,
  channelAccounts: ["channel-accounts"] as const,
  connection: ["channel-accounts", "connection"] as const,
  channelHealth: (id: string) => ["channel-accounts", "health", id] as const,
  agents: ["agents"] as const,
  labels: ["labels"] as const,
  queues: ["queues"] as const,
  viewCounts: ["view-counts"] as const,
  apiKeys: ["api-keys"] as const,
  webhookEvents: (state: string | undefined) => ["webhook-events", "list", state ?? "any"] as const,
  webhookEvent: (id: string) => ["webhook-events", "one", id] as const,
};
