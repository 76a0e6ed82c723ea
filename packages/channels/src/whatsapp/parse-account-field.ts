import type { ItemOutcome } from "@onethread/core";
import { readTemplateNews } from "../meta/parse-template-news.ts";
import type { Json } from "../meta/read-keys.ts";
import { readAccountAlert, readAccountReview, readAccountUpdate, readFlow, readNotice, readSecurity } from "./parse-account.ts";
import { readCapability, readNumberName, readNumberQuality, readUsername } from "./parse-number.ts";

type Read = (value: Json, occurredAt: number) => ItemOutcome;

/**
 * Fields about the account, its numbers and templates.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview (2026)
 */
export const accountReaders: ReadonlyMap<string, Read> = new Map<string, Read>([
  ["message_template_status_update", readTemplateNews],
  ["message_template_quality_update", readTemplateNews],
  ["message_template_components_update", readTemplateNews],
  ["template_category_update", readTemplateNews],
  ["account_update", readAccountUpdate],
  ["account_alerts", readAccountAlert],
  ["account_review_update", readAccountReview],
  ["account_settings_update", readNotice("account_settings_changed")],
  ["business_capability_update", readCapability],
  ["phone_number_quality_update", readNumberQuality],
  ["phone_number_name_update", readNumberName],
  // The documentation spells the field with an s, bodies without.
  ["business_username_update", readUsername],
  ["business_username_updates", readUsername],
  ["security", readSecurity],
  ["payment_configuration_update", readNotice("payment_configuration_changed")],
  ["partner_solutions", readNotice("partner_solution_changed")],
  ["flows", readFlow],
]);
