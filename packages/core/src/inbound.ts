import type { Content, InboundAttachment } from "./content.ts";
import type { Channel, IdentityKey } from "./identity.ts";
import type { DeliveryError } from "./outbound.ts";

/**
 * What a channel's parser says a webhook body means. Pure data: no ids of ours, no clock, nothing looked up.
 * Times are milliseconds since 1970 by the platform's clock.
 */
export type ParsedItem = {
  /** Where in the body the item stands, e.g. `entry[0].changes[1].value.messages[0]`. Unique within the body. */
  path: string;
  /** Whose item it is. WhatsApp's account-level fields name only the WABA. null: the body names no account. */
  account: AccountRef | null;
  raw: unknown;
  outcome: ItemOutcome;
  /** What the body tells about the account besides its id: good for filling settings that are still empty. */
  accountFacts?: { wabaId?: string | undefined; displayPhoneNumber?: string | undefined } | undefined;
};

export type AccountRef = { channel: Channel; externalId: string } | { channel: "whatsapp"; wabaId: string };

export type ItemOutcome =
  | { kind: "events"; events: InboundEvent[] }
  /** Understood as something there is nothing to do for; `reason` is a stable code such as `field_not_handled`. */
  | { kind: "skipped"; reason: string }
  /** The item is broken (a required key missing or of a wrong type); `reason` says which, without customer text. */
  | { kind: "failed"; reason: string };

export type InboundEvent =
  | MessageEvent
  | EditEvent
  | DeletionEvent
  | ReactionEvent
  | StatusEvent
  | WatermarkEvent
  | ReadByIdEvent
  | ReferralEvent
  | LinkEvent
  | ContactNameEvent
  | OccurrenceEvent
  | AccountEvent;

/** Where the item came from: `live` traffic, `standby` (another app holds the thread), imported `history`. */
export type Source = "live" | "standby" | "history";

export type Sender = {
  /** At least one. All keys of one sender in one item are one person: that is proof. */
  keys: IdentityKey[];
  name?: string | undefined;
  username?: string | undefined;
};

export type MessageEvent = {
  type: "message";
  /** `outbound`: an echo, sent by the business outside Onethread or by ourselves. */
  direction: "inbound" | "outbound";
  externalId: string;
  occurredAt: number;
  source: Source;
  /** The customer, also for an echo (there: whom it was sent to). */
  customer: Sender;
  /** Earlier keys of the same person, proven by this item (a WhatsApp number change). */
  formerKeys?: IdentityKey[] | undefined;
  content: Content;
  attachments?: InboundAttachment[] | undefined;
  replyTo?: string | undefined;
  /** Addresses that the customer typed into a form: their word, which joins nobody. */
  claims?: { kind: "email" | "phone"; value: string }[] | undefined;
  referral?: Referral | undefined;
  /** A hand-over token found in the text, in a ref or in a postback payload. */
  token?: string | undefined;
  /** Echoes only: which app sent it and what that app attached (our own message id, if it was us). */
  echo?: { appId?: string | undefined; metadata?: string | undefined } | undefined;
  /** A group's id when the message was written in a group. */
  group?: string | undefined;
};

export type EditEvent = {
  type: "edit";
  target: string;
  /** The platform's running number of the edit; null where it has none (then the newest time wins). */
  editNum: number | null;
  occurredAt: number;
  /** Tells two edits with the same number and time apart. */
  eventId: string;
  text: string | null;
  customer: Sender;
};

export type DeletionEvent = { type: "deletion"; target: string; occurredAt: number; customer: Sender };

export type ReactionEvent = {
  type: "reaction";
  target: string;
  by: "customer" | "business";
  /** null takes the reaction back. */
  emoji: string | null;
  occurredAt: number;
  eventId: string;
  customer: Sender;
};

export const receiptStatuses = ["sent", "delivered", "read", "played", "failed"] as const;
export type ReceiptStatus = (typeof receiptStatuses)[number];

export type StatusEvent = {
  type: "status";
  target: string;
  status: ReceiptStatus;
  occurredAt: number;
  error?: DeliveryError | undefined;
  /** Groups: whose receipt it is. */
  participant?: string | undefined;
  /** The conversation came through an ad or a Page's button: everything is free and open until then. Milliseconds. */
  freeUntil?: number | undefined;
  /** WhatsApp's `biz_opaque_callback_data`: our message id. */
  callbackData?: string | undefined;
};

/** Everything sent through this door at or before `watermark` is delivered or read. */
export type WatermarkEvent = { type: "watermark"; status: "delivered" | "read"; watermark: number; customer: Sender };

/** Instagram: this message, and so all before it through the same door, was read. */
export type ReadByIdEvent = { type: "read_by_id"; target: string; occurredAt: number; customer: Sender };

/** A link or an ad opened the thread without any message. */
export type ReferralEvent = {
  type: "referral";
  externalId: string;
  occurredAt: number;
  source: Source;
  customer: Sender;
  referral: Referral;
  token?: string | undefined;
};

/** Two sets of keys are one person, told without any message (WhatsApp's early form of a changed user id). */
export type LinkEvent = { type: "link"; occurredAt: number; customer: Sender; formerKeys: IdentityKey[] };

/** How the business itself calls a person in its phone's address book; null: it took them out. Makes nobody known. */
export type ContactNameEvent = { type: "contact_name"; occurredAt: number; customer: Sender; name: string | null };

export const occurrences = [
  "call",
  "payment",
  "consent",
  "thread_control",
  "account_linked",
  "feedback",
  "guest_opted_in",
  "page_viewed",
  "site_event",
  "visitor_identified",
] as const;

/** Something that happened with a customer and is no message: an item of type `event` on the timeline. */
export type OccurrenceEvent = {
  type: "occurrence";
  name: (typeof occurrences)[number];
  /** The platform's id, or a synthetic one that is the same for the same thing. */
  externalId: string;
  occurredAt: number;
  source: Source;
  customer: Sender;
  /** Shown to agents: plain values only. */
  data: Record<string, string | number | boolean | null>;
  /** `consent` only. Newest `occurredAt` counts, of two at once the refusal. */
  consent?: { category: "marketing"; granted: boolean } | undefined;
  /** `thread_control` only: the app or role that holds the thread from here on; null: us; absent: it isn't told. */
  heldBy?: string | null | undefined;
  /** A call opens the window, as a message does. */
  opensWindow?: boolean | undefined;
};

/** What a platform says about the account itself. It goes into the channel's log; `effect` changes our rows. */
export type AccountEvent = {
  type: "account";
  /** 0 where the platform names no time (errors beside no message): then it occurred when it came in. */
  occurredAt: number;
  /** Stable, e.g. `template_approved`, `account_restricted`, `quality_changed`. */
  code: string;
  level: "info" | "warning" | "problem";
  /** For people to read: names, languages, reasons; no customer's words. */
  data: Record<string, string | number | boolean | null>;
  effect?: AccountEffect | undefined;
};

export type AccountEffect =
  | {
      kind: "template";
      externalId: string | null;
      name: string;
      language: string;
      status?: string | undefined;
      category?: string | undefined;
      quality?: string | undefined;
      reason?: string | null | undefined;
      /** Its text or buttons changed: it has to be read anew. */
      stale?: boolean | undefined;
    }
  /** Sending is blocked, or not any more (null), until `until` (milliseconds) where the platform tells. */
  | { kind: "blocked"; reason: string | null; until: number | null }
  | { kind: "facts"; facts: Record<string, string | null> };

export type Referral = {
  /** As the platform names it: `ad`, `post`, `SHORTLINK`, `ADS`, `CUSTOMER_CHAT_PLUGIN`, … */
  source: string | null;
  ref: string | null;
  adId: string | null;
  headline: string | null;
  url: string | null;
  body?: string | null | undefined;
  /** WhatsApp's click id, for reporting conversions. */
  clickId?: string | null | undefined;
  postId?: string | null | undefined;
  productId?: string | null | undefined;
  imageUrl?: string | null | undefined;
};
