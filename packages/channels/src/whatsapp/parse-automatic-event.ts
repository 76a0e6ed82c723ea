import type { ItemOutcome } from "@onethread/core";
import { accountNews } from "../meta/account-news.ts";
import { plainData } from "../meta/plain-data.ts";
import { type Json, requireTime } from "../meta/read-keys.ts";

/**
 * A sale or a lead that the platform saw in a chat begun by an ad, for businesses that asked for it. It names the message,
 * not the customer.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/automatic_events (21 May 2026)
 */
export const readAutomaticEvent = (event: Json): ItemOutcome =>
  accountNews(requireTime(event, "timestamp"), { code: "conversion_detected", data: plainData(event, ["timestamp"]) });
