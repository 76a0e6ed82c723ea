import type { News } from "./news.ts";

/** News of a moment, gathered, so that a flood of messages makes a few requests and not thousands. */
export type NewsBatch = {
  /** Conversations whose row changed. */
  conversations: Set<string>;
  /** Per conversation, the items that are new or changed. */
  items: Map<string, Set<string>>;
  customers: boolean;
  /** Conversations where the agent has written on another screen, or on this one. */
  drafts: Set<string>;
  /** Other kinds, by name. */
  kinds: Set<string>;
  resync: boolean;
};

export const emptyBatch = (): NewsBatch => ({
  conversations: new Set(),
  items: new Map(),
  customers: false,
  drafts: new Set(),
  kinds: new Set(),
  resync: false,
});

/** Adds one piece of news to the batch. */
export function addNews(batch: NewsBatch, news: News): void {
  switch (news.kind) {
    case "conversation":
      for (const id of news.ids) batch.conversations.add(id);
      if (news.conversationId) batch.conversations.add(news.conversationId);
      return;
    case "message":
    case "note":
    case "event": {
      if (!news.conversationId) return;
      batch.conversations.add(news.conversationId);
      const known = batch.items.get(news.conversationId) ?? new Set();
      for (const id of news.ids) known.add(id);
      batch.items.set(news.conversationId, known);
      return;
    }
    case "customer":
      batch.customers = true;
      if (news.conversationId) batch.conversations.add(news.conversationId);
      return;
    case "draft":
      if (news.conversationId) batch.drafts.add(news.conversationId);
      return;
    default:
      batch.kinds.add(news.kind);
  }
}
