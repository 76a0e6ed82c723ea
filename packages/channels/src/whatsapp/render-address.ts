import type { Recipient } from "@onethread/core";

type Address =
  | { recipient_type: "individual"; to: string }
  | { recipient_type: "individual"; recipient: string }
  | { recipient_type: "group"; to: string };

/**
 * A phone goes out with `+` and country code (without the plus Meta prepends the business's own), a scoped user id under
 * `recipient`, a group by its id.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages and
 * …/business-scoped-user-ids (29 June 2026), …/groups/groups-messaging (2026)
 */
export function addressOf({ kind, value }: Recipient): Address {
  if (kind === "wa_phone") return { recipient_type: "individual", to: value.startsWith("+") ? value : `+${value}` };
  if (kind === "wa_bsuid" || kind === "wa_bsuid_parent") return { recipient_type: "individual", recipient: value };
  if (kind === "group") return { recipient_type: "group", to: value };
  throw new Error(`a WhatsApp message cannot be sent to a ${kind}`);
}
