import type { ItemOutcome, OccurrenceEvent } from "@onethread/core";
import { accountNews } from "../meta/account-news.ts";
import { events } from "../meta/parsed-item.ts";
import { idAt, type Json, objectAt, requireTime, textAt } from "../meta/read-keys.ts";
import { syntheticId } from "../meta/synthetic-id.ts";
import { keysAt, unite, withContact } from "./parse-sender.ts";

const senderFields = { phone: "phone_number", userId: "user_id", parentUserId: "parent_user_id" };
const waFields = { ...senderFields, phone: "wa_id" };

/**
 * Another app, or Meta's AI agent, gave a thread away or took it. The body is the value itself. The sender may be
 * empty: then it concerns no one customer and is told of the account.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/standby (4 August 2026)
 */
export function readHandover(value: Json, wabaId: string): ItemOutcome {
  const occurredAt = requireTime(value, "timestamp");
  const type = textAt(value, "type") ?? "control_changed";
  const control = objectAt(value, type);
  const sender = objectAt(value, "sender") ?? {};
  const keys = unite([...keysAt(sender, senderFields, wabaId), ...keysAt(sender, waFields, wabaId)]);
  const data: OccurrenceEvent["data"] = {
    change: type.replace(/^control_/, ""),
    fromApp: idAt(control, "previous_owner_app_id"),
    fromRole: idAt(control, "previous_owner_role"),
    toApp: idAt(control, "new_owner_app_id"),
    toRole: idAt(control, "new_owner_role"),
    metadata: textAt(control, "metadata"),
    summary: textAt(objectAt(objectAt(control, "conversation_context"), "summary"), "text"),
  };
  if (keys.length === 0) return accountNews(occurredAt, { code: "thread_control_changed", data: { ...data, summary: null, metadata: null } });
  const heldBy = idAt(control, "new_owner_app_id") ?? idAt(control, "new_owner_role");
  const customer = withContact(keys, [], wabaId);
  return events({
    type: "occurrence",
    name: "thread_control",
    externalId: syntheticId("thread_control", customer.keys[0]?.value, occurredAt, type, idAt(control, "previous_owner_app_id"), heldBy),
    occurredAt,
    source: "live",
    customer,
    data,
    ...(heldBy === null ? {} : { heldBy }),
  });
}
