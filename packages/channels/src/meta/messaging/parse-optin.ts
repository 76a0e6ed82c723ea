import type { ItemOutcome, Sender } from "@onethread/core";
import { eventTime } from "../event-time.ts";
import { events } from "../parsed-item.ts";
import { BrokenItem, idAt, type Json, objectAt, requireObject, requireTime } from "../read-keys.ts";
import { syntheticId } from "../synthetic-id.ts";
import { type MessagingContext, personKeys } from "./context.ts";

/**
 * A person allowed or stopped marketing messages, or a guest of a website ticked the plugin's box. The plugin's form has
 * no sender; its `user_ref` is the guest.
 * Source: https://developers.facebook.com/docs/messenger-platform/reference/webhook-events/messaging_optins (2026)
 */
export function readOptin(event: Json, context: MessagingContext): ItemOutcome {
  const optin = requireObject(event, "optin");
  const customer = optinSender(event, optin, context);
  const occurredAt = requireTime(event, "timestamp");
  return idAt(optin, "type") === null ? guestOptin(optin, customer, occurredAt, context) : marketingOptin(optin, customer, occurredAt, context);
}

function optinSender(event: Json, optin: Json, context: MessagingContext): Sender {
  const keys = [...personKeys(objectAt(event, "sender"), context), ...personKeys({ user_ref: optin.user_ref }, context)];
  const unique = keys.filter((key, index) => keys.findIndex((other) => other.kind === key.kind && other.value === key.value) === index);
  if (unique.length === 0) throw new BrokenItem("missing_key:sender.id");
  return { keys: unique };
}

function guestOptin(optin: Json, customer: Sender, occurredAt: number, context: MessagingContext): ItemOutcome {
  const ref = idAt(optin, "ref");
  return events({
    type: "occurrence",
    name: "guest_opted_in",
    externalId: syntheticId("guest_opted_in", context.accountId, customer.keys[0]?.value, occurredAt, ref),
    occurredAt,
    source: context.source,
    customer,
    data: { ref },
  });
}

function marketingOptin(optin: Json, customer: Sender, occurredAt: number, context: MessagingContext): ItemOutcome {
  const status = idAt(optin, "notification_messages_status");
  const type = idAt(optin, "type");
  const granted = status === null || !/^stop/i.test(status);
  const ends = eventTime(optin.token_expiry_timestamp);
  // The token that marketing messages are sent with is a key to the person's inbox: it stays in the raw item.
  const data = {
    category: type,
    topic: idAt(optin, "title"),
    payload: idAt(optin, "payload"),
    frequency: idAt(optin, "notification_messages_frequency"),
    timeZone: idAt(optin, "notification_messages_timezone"),
    status,
    until: ends === null ? null : new Date(ends).toISOString(),
  };
  return events({
    type: "occurrence",
    name: "consent",
    externalId: syntheticId("consent", context.accountId, customer.keys[0]?.value, occurredAt, type, data.topic, status),
    occurredAt,
    source: context.source,
    customer,
    data,
    ...(type === "notification_messages" ? { consent: { category: "marketing", granted } } : {}),
  });
}
