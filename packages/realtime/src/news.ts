import { z } from "zod";

/** What changed, by ids only: whoever shows it fetches it again. A lost one costs a refetch, nothing else. */
const newsSchema = z.object({
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
    "macro",
    "saved_view",
    "business_hours",
    "routing_rule",
    "bulk_change",
    "agent",
    "agent_settings",
    "draft",
    "scheduled_message",
    "typing",
    // A visitor of a website writes; and a visitor is shown that somebody answers.
    "visitor_typing",
    "visitor_told",
    // A widget was seen running on a site.
    "widget_seen",
    // Where a screen of an agent is: `beat` says it. Without one, whoever holds screens is asked to tell again of all.
    "presence",
    // Nobody knows what: whoever shows anything fetches it again.
    "resync",
  ]),
  ids: z.array(z.string()),
  conversationId: z.string().optional(),
  /** Only this agent's screens hear of it. */
  agentId: z.string().optional(),
  /** Of presence only: the screen, what is done there, for how many milliseconds it holds, and the process it speaks through. */
  beat: z.object({ device: z.string(), mode: z.enum(["viewing", "note", "typing", "gone"]), leftMs: z.number(), from: z.string() }).optional(),
});

export type News = z.infer<typeof newsSchema>;

/**
 * News as it came over the wire. What this version does not know is left out: while versions are exchanged, newer
 * processes tell of things that older ones have no screen for. Throws on what is not JSON.
 */
export function readNews(text: string): News[] {
  const told: unknown = JSON.parse(text);
  return (Array.isArray(told) ? told : []).flatMap((one) => {
    const read = newsSchema.safeParse(one);
    return read.success ? [read.data] : [];
  });
}

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
