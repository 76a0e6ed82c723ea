import type { Channel } from "./identity.ts";
import type { InboundEvent, MessageEvent, Source } from "./inbound.ts";

/** What an item does to its conversation. */
export type ItemRules = {
  /** 1: the customer waits for us from here. -1: an answer, ends the wait. 0: neither. */
  waits: -1 | 0 | 1;
  /** Counts as unread. */
  unread: boolean;
  /** Opens a case when none is open. */
  opens: boolean;
  /** Starts the service window of its door anew. */
  window: boolean;
};

const nothing: ItemRules = { waits: 0, unread: false, opens: false, window: false };

/** The table "what each thing does": one row per kind of event and source. */
export function rulesFor(event: InboundEvent, channel: Channel): ItemRules {
  if (event.type === "referral") return { ...nothing, window: event.source !== "history" };
  // Reactions open the window on Messenger and Instagram (meta's window rules), not on WhatsApp.
  if (event.type === "reaction") return { ...nothing, window: event.by === "customer" && channel !== "whatsapp" };
  if (event.type === "occurrence") {
    // What another app had in hand is ours from here on, and so is the customer's wait.
    if (event.name === "thread_control" && event.heldBy === null) return { waits: 1, unread: true, opens: true, window: false };
    return { ...nothing, window: event.opensWindow === true };
  }
  if (event.type !== "message") return nothing;
  return messageRules(event);
}

function messageRules(event: MessageEvent): ItemRules {
  if (event.source === "history" || event.content.kind === "system") return nothing;
  if (event.direction === "outbound") return { ...nothing, waits: -1 };
  if (event.source === "standby") return { ...nothing, window: true };
  // What is written in a group opens no window to its author.
  return { waits: 1, unread: true, opens: true, window: event.group === undefined };
}

/** Which form of one external id wins. Own sends (3) are made by us, never parsed. */
export const ownSendRichness = 3;
export function richness(event: MessageEvent): 0 | 1 | 2 {
  if (event.content.kind === "media_placeholder") return 0;
  return event.content.kind === "unsupported" ? 1 : 2;
}

/** An item is late when it came more than 2 minutes after it occurred; imported history never is. */
export const isLate = (occurredAt: number, receivedAt: number, source: Source): boolean =>
  source !== "history" && receivedAt - occurredAt > 2 * 60 * 1000;

/** Text that Postgres can hold: no NUL, no half of a surrogate pair. What can't be kept becomes U+FFFD, visibly. */
export const storable = (text: string): string => text.toWellFormed().replaceAll("\u0000", "\uFFFD");

/** Deeper than this nothing is meant for people. */
const deepest = 40;

/** The same for every text inside a value, keys too. What lies deeper than anybody reads is left out. */
export function storableDeep<T>(value: T, depth = 0): T {
  if (typeof value === "string") return storable(value) as T;
  if (value === null || typeof value !== "object") return value;
  if (depth >= deepest) return null as T;
  if (Array.isArray(value)) return value.map((one) => storableDeep(one, depth + 1)) as T;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [storable(key), storableDeep(one, depth + 1)])) as T;
}
