import type { ItemOutcome } from "@onethread/core";
import { events, skipped } from "../meta/parsed-item.ts";
import { idAt, type Json, objectAt, requireId, requireObject, requireTime } from "../meta/read-keys.ts";
import { personKey } from "./parse-sender.ts";

/**
 * A contact in the address book of the phone that shares the number.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/smb_app_state_sync (2026)
 */
export function readContactSync(entry: Json, wabaId: string): ItemOutcome {
  if (entry.type !== "contact") return skipped("state_sync_unknown");
  const contact = requireObject(entry, "contact");
  const id = idAt(contact, "user_id") ?? requireId(contact, "phone_number", "contact.phone_number");
  const occurredAt = requireTime(objectAt(entry, "metadata") ?? {}, "timestamp", "metadata.timestamp");
  const name = entry.action === "remove" ? null : (idAt(contact, "full_name") ?? idAt(contact, "first_name"));
  const value = id.replaceAll(/[\s()+-]/g, "");
  return events({ type: "contact_name", occurredAt, customer: { keys: [personKey(value, wabaId)] }, name });
}
