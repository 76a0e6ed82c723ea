import type { ItemOutcome, OccurrenceEvent } from "@onethread/core";
import { events } from "../meta/parsed-item.ts";
import { idAt, type Json, requireText, requireTime } from "../meta/read-keys.ts";
import { syntheticId } from "../meta/synthetic-id.ts";
import type { MessageContext } from "./parse-message.ts";
import { contactFields, senderAt } from "./parse-sender.ts";

/** What a customer's word on marketing means; other words are shown, but change no consent. */
const words = new Map<string, boolean>([
  ["stop", false],
  ["resume", true],
  ["signup", true],
]);

/**
 * A customer stopped or resumed marketing messages. It says nothing about answers.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/user_preferences (2026)
 */
export function readPreference(preference: Json, context: MessageContext): ItemOutcome {
  const customer = senderAt(preference, contactFields, context.contacts, context.wabaId);
  const value = requireText(preference, "value").toLowerCase();
  const category = idAt(preference, "category") ?? "marketing_messages";
  const occurredAt = requireTime(preference, "timestamp");
  const granted = category === "marketing_messages" ? words.get(value) : undefined;
  const consent: OccurrenceEvent["consent"] = granted === undefined ? undefined : { category: "marketing", granted };
  return events({
    type: "occurrence",
    name: "consent",
    externalId: syntheticId("consent", customer.keys[0]?.value, occurredAt, category, value),
    occurredAt,
    source: context.source,
    customer,
    data: { category, value },
    ...(consent ? { consent } : {}),
  });
}
