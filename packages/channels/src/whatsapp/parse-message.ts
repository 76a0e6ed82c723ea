import { findHandOverToken, type ItemOutcome, type MessageEvent, type Sender, type Source } from "@onethread/core";
import { events } from "../meta/parsed-item.ts";
import { idAt, type Json, objectAt, requireId, requireObject, requireText, requireTime, textAt } from "../meta/read-keys.ts";
import { contentOf, referralOf, sharedOwnPhone } from "./parse-content.ts";
import { fromFields, senderAt, unite } from "./parse-sender.ts";
import { readSystem } from "./parse-system.ts";

export type MessageContext = { wabaId: string; contacts: readonly unknown[]; source: Source };

/** A message, reaction, edit or deletion by a customer, or a system notice about one. */
export function readMessage(message: Json, context: MessageContext): ItemOutcome {
  const sender = senderAt(message, fromFields, context.contacts, context.wabaId);
  const shared = sharedOwnPhone(message, context.wabaId);
  const customer = shared.length === 0 ? sender : { ...sender, keys: unite([...sender.keys, ...shared]) };
  if (message.type === "system") return readSystem(message, customer, context);
  return readAct(message, customer, "customer", context.source);
}

/** What somebody did in the thread of `customer`: the customer, or the business from another device or app. */
export function readAct(message: Json, customer: Sender, by: "customer" | "business", source: Source): ItemOutcome {
  const externalId = requireId(message, "id");
  const occurredAt = requireTime(message, "timestamp");
  const type = requireText(message, "type");
  if (type === "reaction") {
    const reaction = requireObject(message, "reaction");
    const target = requireId(reaction, "message_id", "reaction.message_id");
    const emoji = idAt(reaction, "emoji");
    return events({ type: "reaction", target, by, emoji, occurredAt, eventId: externalId, customer });
  }
  if (type === "revoke") {
    const target = requireId(requireObject(message, "revoke"), "original_message_id", "revoke.original_message_id");
    return events({ type: "deletion", target, occurredAt, customer });
  }
  if (type === "edit") {
    const edit = requireObject(message, "edit");
    const target = requireId(edit, "original_message_id", "edit.original_message_id");
    const text = editedText(objectAt(edit, "message"));
    return events({ type: "edit", target, editNum: null, occurredAt, eventId: externalId, text, customer });
  }
  return events(messageEvent({ message, type, externalId, occurredAt, customer, by, source }));
}

/** What the edited message says now; null for one without words. */
function editedText(edited: Json | null): string | null {
  const type = textAt(edited, "type");
  return edited === null || type === null ? null : contentOf(edited, type).text;
}

type Act = {
  message: Json;
  type: string;
  externalId: string;
  occurredAt: number;
  customer: Sender;
  by: "customer" | "business";
  source: Source;
};

function messageEvent({ message, type, externalId, occurredAt, customer, by, source }: Act): MessageEvent {
  const content = contentOf(message, type);
  const referral = referralOf(message);
  const replyTo = idAt(objectAt(message, "context"), "id");
  const group = idAt(message, "group_id");
  // A business's own text may hold the link it has just handed out: only the customer's words prove anything.
  const token = by === "customer" ? findHandOverToken(content.text, referral?.ref, content.payload) : undefined;
  return {
    type: "message",
    direction: by === "customer" ? "inbound" : "outbound",
    externalId,
    occurredAt,
    source,
    customer,
    content,
    ...(replyTo === null ? {} : { replyTo }),
    ...(referral ? { referral } : {}),
    ...(token ? { token } : {}),
    ...(by === "business" ? { echo: {} } : {}),
    ...(group === null ? {} : { group }),
  };
}
