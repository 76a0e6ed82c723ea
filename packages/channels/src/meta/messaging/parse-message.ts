import { findHandOverToken, type ItemOutcome, type MessageEvent } from "@onethread/core";
import { events, skipped } from "../parsed-item.ts";
import { idAt, type Json, objectAt, requireId, requireObject, requireTime, textAt } from "../read-keys.ts";
import { isEcho, type MessagingContext, partiesOf } from "./context.ts";
import { contentOf } from "./parse-content.ts";
import { referralAt } from "./parse-referral.ts";

/** A message, an echo of the business's own, or the deletion of one. */
export function readMessage(event: Json, context: MessagingContext): ItemOutcome {
  const message = requireObject(event, "message");
  if (isToSelf(event, message)) return skipped("self_message");
  const { customer, by } = partiesOf(event, context);
  const externalId = requireId(message, "mid", "message.mid");
  const occurredAt = requireTime(event, "timestamp");
  if (message.is_deleted === true) return events({ type: "deletion", target: externalId, occurredAt, customer });
  const { content, attachments } = contentOf(message, context, occurredAt);
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
    content: by === "business" ? { ...content, ...sentFrom(message, context) } : content,
    ...(attachments.length === 0 ? {} : { attachments }),
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

/**
 * The Page's inbox and Business Suite, formerly and now.
 * Source: https://developers.facebook.com/docs/messenger-platform/conversation-routing (2026)
 */
const pageInbox = new Set(["26390203743090", "263902037430900"]);

/** Who of the business sent an echo: an app of its own, or the inbox of the platform; not told for everything. */
function sentFrom(message: Json, context: MessagingContext): { sentFrom?: string } {
  const app = idAt(message, "app_id");
  if (app !== null) return { sentFrom: pageInbox.has(app) ? "page_inbox" : `app:${app}` };
  return context.source === "standby" ? { sentFrom: "other_app" } : {};
}
