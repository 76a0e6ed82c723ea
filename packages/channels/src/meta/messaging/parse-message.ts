import { type Content, findHandOverToken, type ItemOutcome, type MessageEvent } from "@onethread/core";
import { events, skipped } from "../parsed-item.ts";
import { arrayAt, idAt, isObject, type Json, objectAt, requireId, requireObject, requireTime, textAt } from "../read-keys.ts";
import { isEcho, type MessagingContext, partiesOf } from "./context.ts";
import { referralAt } from "./parse-referral.ts";

/** A message, an echo of the business's own, or the deletion of one. */
export function readMessage(event: Json, context: MessagingContext): ItemOutcome {
  const message = requireObject(event, "message");
  if (isToSelf(event, message)) return skipped("self_message");
  const { customer, by } = partiesOf(event, context);
  const externalId = requireId(message, "mid", "message.mid");
  const occurredAt = requireTime(event, "timestamp");
  if (message.is_deleted === true) return events({ type: "deletion", target: externalId, occurredAt, customer });
  const content = contentOf(message);
  const referral = referralAt(message);
  const replyTo = idAt(objectAt(message, "reply_to"), "mid");
  // A business's own text may hold the link it has just handed out: only the customer's words prove anything.
  const token = by === "customer" ? findHandOverToken(content.text, referral?.ref, content.payload) : undefined;
  const former = priorKeys(event, context);
  const parsed: MessageEvent = {
    type: "message",
    direction: by === "customer" ? "inbound" : "outbound",
    externalId,
    occurredAt,
    source: context.source,
    customer,
    ...(former.length === 0 ? {} : { formerKeys: former }),
    content,
    ...(replyTo === null ? {} : { replyTo }),
    ...(referral ? { referral } : {}),
    ...(token ? { token } : {}),
    ...(by === "business" ? { echo: echoOf(message) } : {}),
  };
  return events(parsed);
}

/** An Instagram account can write to itself: nobody's message. */
function isToSelf(event: Json, message: Json): boolean {
  const sender = idAt(objectAt(event, "sender"), "id");
  return message.is_self === true || (sender !== null && sender === idAt(objectAt(event, "recipient"), "id"));
}

function echoOf(message: Json): MessageEvent["echo"] {
  const appId = idAt(message, "app_id");
  const metadata = textAt(message, "metadata");
  return { ...(appId === null ? {} : { appId }), ...(metadata === null ? {} : { metadata }) };
}

/**
 * The first message after a send to a website plugin's guest: the guest and the sender are one person.
 * Source: https://developers.facebook.com/docs/messenger-platform/reference/webhook-events/messages (2026)
 */
function priorKeys(event: Json, context: MessagingContext): MessageEvent["formerKeys"] & object {
  const prior = objectAt(event, "prior_message");
  const guest = idAt(prior, "identifier");
  if (guest === null || isEcho(event)) return [];
  return [{ kind: "user_ref", scope: context.accountId, value: guest }];
}

/** What a message says. Everything that is not a text yet keeps its platform type and the words it carries. */
function contentOf(message: Json): Content {
  const text = textAt(message, "text");
  const payload = textAt(objectAt(message, "quick_reply"), "payload");
  const platformType = platformTypeOf(message);
  if (platformType === null) return { kind: "text", text };
  return {
    kind: "unsupported",
    // Instagram's heart sticker carries nothing, but it says just this.
    text: text ?? (platformType === "like_heart" ? "❤️" : null),
    platformType,
    ...(payload === null ? {} : { payload }),
  };
}

/** The platform's name of what the message is; null for a plain text. */
function platformTypeOf(message: Json): string | null {
  const attachment = arrayAt(message, "attachments").find(isObject);
  if (attachment) return idAt(attachment, "type") ?? "attachment";
  if (objectAt(message, "quick_reply")) return "quick_reply";
  if (objectAt(objectAt(message, "reply_to"), "story")) return "story_reply";
  if (message.is_unsupported === true) return "unsupported";
  if (idAt(message, "sticker_id") !== null) return "sticker";
  return textAt(message, "text") === null ? "unknown" : null;
}
