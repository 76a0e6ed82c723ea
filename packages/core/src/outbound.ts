import type { IdentityKind } from "./identity.ts";
import type { MediaRef, OutboundContent } from "./outbound-content.ts";

/** What became of a message's delivery, in the agent's terms. `class` decides what the agent can do next. */
export const errorClasses = [
  "retry_after",
  "limit",
  "window_closed",
  "consent_withdrawn",
  "invalid_recipient",
  "token_broken",
  "policy",
  "our_bug",
  "unknown",
] as const;
export type ErrorClass = (typeof errorClasses)[number];

/**
 * Why a message did not go out. `message` says in plain words what it means, `action` what the agent can do about it,
 * `detail` is the platform's own text.
 */
export type DeliveryError = {
  code: string;
  class: ErrorClass;
  message: string;
  action?: string | null | undefined;
  detail?: string | null | undefined;
};

export const deliveryStatuses = ["queued", "sending", "sent", "delivered", "read", "played", "failed", "unknown"] as const;
export type DeliveryStatus = (typeof deliveryStatuses)[number];

/** A file that goes with a message, as the platform finds it. `animated` matters to stickers; absent: not known. */
export type SentFile = { ref: MediaRef; name: string | null; mime: string; bytes: number; voice: boolean; animated?: boolean | undefined };

/** Whom a message goes to: a person by one of their addresses, or a WhatsApp group by its id. */
export type Recipient = { kind: IdentityKind | "group"; value: string };

/** Something a platform would refuse, found before sending. `pointer` is a JSON pointer into the content. */
export type ContentProblem = { pointer: string; detail: string };

/** A message to send through one door. */
export type SendRequest = {
  /** The account's id at the platform: phone number id, Page id, Instagram account id. */
  accountExternalId: string;
  /** Instagram: which API the account is connected through. */
  flavour?: "instagram_login" | "page" | undefined;
  recipient: Recipient;
  content: OutboundContent;
  /** The files the content names, by attachment id. */
  files: ReadonlyMap<string, SentFile>;
  replyTo?: string | undefined;
  /** Our message id: comes back in WhatsApp's statuses and Messenger's echoes. */
  messageId: string;
  /** Send as a human agent's late answer (Messenger and Instagram, 24 hours to 7 days). */
  humanAgent: boolean;
};

/** A call to a platform, still without host and token. `host` picks which of the two Graph hosts serves it. */
export type PlatformCall = {
  host: "facebook" | "instagram";
  method: "GET" | "POST";
  /** Begins with a slash and holds the version, e.g. `/v25.0/123/messages`. */
  path: string;
  body?: unknown;
  /** Sent as multipart/form-data instead of a body: plain fields, and one file. */
  form?: { fields: Record<string, string>; file: { field: string; name: string; mime: string; content: Blob } } | undefined;
};

export type PlatformResponse = { status: number; headers: Record<string, string>; body: unknown };

export type SendOutcome =
  | { kind: "sent"; externalId: string }
  /**
   * `growth`: by how much the wait grows with each attempt; absent: the platform named the time itself. `ofAccount`: it
   * is the account's limit that is used up, so that its other messages have to wait, too.
   */
  | { kind: "retry"; afterMs: number; growth?: number | undefined; ofAccount?: boolean | undefined; error: DeliveryError }
  | { kind: "rejected"; error: DeliveryError }
  /** The answer does not say whether the message went out. It is never sent again by itself. */
  | { kind: "unknown"; error: DeliveryError };

/** No wait grows beyond this: by then a person should have looked. */
const longestWait = 60 * 60 * 1000;

/** How long to wait after this attempt (from 1) before the next, in milliseconds. */
export const waitAfter = ({ afterMs, growth = 1 }: { afterMs: number; growth?: number | undefined }, attempt: number): number =>
  growth === 1 ? afterMs : Math.max(afterMs, Math.min(longestWait, afterMs * growth ** (attempt - 1)));
