import { z } from "zod";

/** What changed, by ids only: whoever shows it fetches it again. A lost one costs a refetch, nothing else. */
export const newsSchema = z.object({
  workspaceId: z.uuid(),
  kind: z.enum([
    "conversation",
    "message",
    "note",
    "event",
    "customer",
    "queue",
    "channel_account",
    "webhook_event",
    "label",
    "canned_reply",
    "saved_view",
    "bulk_change",
    "agent",
    "typing",
    // Nobody knows what: whoever shows anything fetches it again.
    "resync",
  ]),
  ids: z.array(z.string()),
  conversationId: z.string().optional(),
});

export type News = z.infer<typeof newsSchema>;

export type Realtime = {
  /** Tells every process. Never throws: news may be lost. */
  publish(news: News[]): Promise<void>;
  /** Calls back for all news of all workspaces. Answers a function that ends it. `onGap` runs after news may have been missed. */
  subscribe(listener: (news: News) => void, onGap: () => void): Promise<() => Promise<void>>;
  /** Rejects when news can't be told, or when this process subscribed and hears nothing now. */
  check(): Promise<unknown>;
  /** Tells whoever drains that webhooks are stored: it need not wait for its next look. Never throws: it may be lost. */
  nudge(): Promise<void>;
  /** Calls back for every nudge, and after nudges may have been missed. Answers a function that ends it. */
  onNudge(listener: () => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
};
