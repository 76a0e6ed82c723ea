import { findHandOverToken, type ItemOutcome, type MessageEvent, type Sender, type Source } from "@onethread/core";
import { events } from "../meta/parsed-item.ts";
import { idAt, type Json, objectAt, requireId, requireObject, requireText, requireTime, textAt } from "../meta/read-keys.ts";
import { contentOf } from "./parse-content.ts";
import { referralOf } from "./parse-referral.ts";
import { fromFields, senderAt, sharedOwnPhone, unite } from "./parse-sender.ts";
import { readSystem } from "./parse-system.ts";

export type MessageContext = { wabaId: string; contacts: readonly unknown[]; source: Source };

/** A message, reaction, edit or deletion by a customer, or a system notice about one. */
export function readMessage(message: Json, context: MessageContext): ItemOutcome {
  const sender = senderAt(message, fromFields, context.contacts, context.wabaId);
  const shared = sharedOwnPhone(message, context.wabaId);
  const customer = shared.length === 0 ? sender : { ...sender, keys: unite([...sender.keys, ...shared]) };
  if (message.type === "system") return readSystem(message, customer, context);
  return readAct(message, { customer, by: "customer", source: context.source });
}

export type Actor = {
  customer: Sender;
  by: "customer" | "business";
  source: Source;
  /** Which device or app of the business it was, where that is known. */
  sentFrom?: string | undefined;
};

/** What somebody did in the thread of `customer`: the customer, or the business from another device or app. */
export function readAct(message: Json, actor: Actor): ItemOutcome {
  const { customer, by } = actor;
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
    const text = editedText(objectAt(edit, "message"), occurredAt);
    return events({ type: "edit", target, editNum: null, occurredAt, eventId: externalId, text, customer });
  }
  return events(messageEvent({ message, type, externalId, occurredAt, ...actor }));
}

/** What the edited message says now; null for one without words. */
function editedText(edited: Json | null, occurredAt: number): string | null {
  const type = textAt(edited, "type");
  return edited === null || type === null ? null : contentOf(edited, type, occurredAt).content.text;
}

type Act = Actor & { message: Json; type: string; externalId: string; occurredAt: number };

function messageEvent({ message, type, externalId, occurredAt, customer, by, source, sentFrom }: Act): MessageEvent {
  const { content, attachments } = contentOf(message, type, occurredAt);
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
    content: sentFrom === undefined ? content : { ...content, sentFrom },
    ...(attachments.length === 0 ? {} : { attachments }),
    ...(replyTo === null ? {} : { replyTo }),
    ...(referral ? { referral } : {}),
    ...(token ? { token } : {}),
    ...(by === "business" ? { echo: {} } : {}),
    ...(group === null ? {} : { group }),
  };
}
