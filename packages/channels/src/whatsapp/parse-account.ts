import type { AccountEffect, AccountEvent, ItemOutcome } from "@onethread/core";
import { accountNews } from "../meta/account-news.ts";
import { eventTime } from "../meta/event-time.ts";
import { plainData } from "../meta/plain-data.ts";
import { arrayAt, idAt, isObject, type Json, objectAt } from "../meta/read-keys.ts";

type Level = AccountEvent["level"];
type Verdict = { code: string; level: Level; effect?: AccountEffect };

/**
 * What can happen to a WhatsApp business account.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/account_update (2026)
 */
const plain = new Map<string, [string, Level]>([
  ["ACCOUNT_VIOLATION", ["account_violation", "warning"]],
  ["PARTNER_ADDED", ["partner_added", "info"]],
  ["PARTNER_REMOVED", ["partner_removed", "problem"]],
  ["PARTNER_APP_INSTALLED", ["partner_app_installed", "info"]],
  ["PARTNER_APP_UNINSTALLED", ["partner_app_uninstalled", "problem"]],
  ["VERIFIED_ACCOUNT", ["account_verified", "info"]],
  ["BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE", ["account_country_changed", "info"]],
  ["AUTH_INTL_PRICE_ELIGIBILITY_UPDATE", ["authentication_price_changed", "info"]],
  ["MM_LITE_TERMS_SIGNED", ["marketing_terms_signed", "info"]],
  ["VOLUME_BASED_PRICING_TIER_UPDATE", ["pricing_tier_changed", "info"]],
  ["AD_ACCOUNT_LINKED", ["ad_account_linked", "info"]],
  ["ACCOUNT_OFFBOARDED", ["account_offboarded", "problem"]],
  ["ACCOUNT_RECONNECTED", ["account_reconnected", "info"]],
]);

/** The field `account_update`. */
export const readAccountUpdate = (value: Json, occurredAt: number): ItemOutcome =>
  accountNews(occurredAt, { ...verdictOn(value), data: plainData(value, ["messaging_product"]) });

function verdictOn(value: Json): Verdict {
  const event = idAt(value, "event") ?? "";
  const [code, level] = plain.get(event) ?? ["account_changed", "info" as const];
  if (event === "ACCOUNT_DELETED") return { code: "account_deleted", level: "problem", effect: blocked("account_deleted") };
  if (event === "ACCOUNT_RESTRICTION") return restriction(value);
  if (event === "DISABLED_UPDATE") return ban(idAt(objectAt(value, "ban_info"), "waba_ban_state"));
  return { code, level };
}

const blocked = (reason: string | null, until: number | null = null): AccountEffect => ({ kind: "blocked", reason, until });

/**
 * Only a ban on answering customers stops the desk; one on messages the business begins stops templates, which the
 * platform refuses one by one.
 */
function restriction(value: Json): Verdict {
  const restrictions = arrayAt(value, "restriction_info").filter(isObject);
  const onAnswers = restrictions.find((one) => idAt(one, "restriction_type") === "RESTRICTED_CUSTOMER_INITIATED_MESSAGING");
  const verdict: Verdict = { code: "account_restricted", level: "problem" };
  return onAnswers ? { ...verdict, effect: blocked("account_restricted", eventTime(onAnswers.expiration)) } : verdict;
}

function ban(state: string | null): Verdict {
  if (state === "DISABLE") return { code: "account_disabled", level: "problem", effect: blocked("account_disabled") };
  if (state === "REINSTATE") return { code: "account_reinstated", level: "info", effect: blocked(null) };
  return { code: "account_disable_scheduled", level: "warning" };
}

/** Alerts, also in their nested form of 2025; how bad it is they say themselves. */
export function readAccountAlert(value: Json, occurredAt: number): ItemOutcome {
  const severity = idAt(value, "alert_severity") ?? idAt(objectAt(value, "alert_info"), "alert_severity");
  const level = /^(critical|warning)$/i.test(severity ?? "") ? "warning" : "info";
  return accountNews(occurredAt, { code: "account_alert", level, data: plainData(value, ["messaging_product"]) });
}

const reviews = new Map<string, Verdict>([
  ["APPROVED", { code: "account_review_approved", level: "info" }],
  ["REJECTED", { code: "account_review_rejected", level: "problem" }],
  ["PENDING", { code: "account_review_pending", level: "info" }],
  ["DEFERRED", { code: "account_review_deferred", level: "info" }],
]);

export function readAccountReview(value: Json, occurredAt: number): ItemOutcome {
  const verdict = reviews.get(idAt(value, "decision") ?? "") ?? { code: "account_review_changed", level: "info" };
  return accountNews(occurredAt, { ...verdict, data: plainData(value, ["messaging_product"]) });
}

/**
 * Two-step verification of a number.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/security (2026)
 */
const pins = new Map<string, string>([
  ["PIN_CHANGED", "security_pin_changed"],
  ["PIN_RESET_REQUEST", "security_pin_reset_requested"],
  ["PIN_RESET_SUCCESS", "security_pin_reset"],
]);

export const readSecurity = (value: Json, occurredAt: number): ItemOutcome =>
  accountNews(occurredAt, {
    code: pins.get(idAt(value, "event") ?? "") ?? "security_changed",
    level: "warning",
    data: plainData(value, ["messaging_product"]),
  });

/** A flow that is throttled or blocked, or whose endpoint fails, does not reach customers any more. */
export function readFlow(value: Json, occurredAt: number): ItemOutcome {
  const status = idAt(value, "new_status");
  const changed = idAt(value, "event") === "FLOW_STATUS_CHANGE";
  const level = !changed || status === "THROTTLED" ? "warning" : status === "BLOCKED" ? "problem" : "info";
  return accountNews(occurredAt, {
    code: changed ? "flow_status_changed" : "flow_alert",
    level,
    data: plainData(value, ["messaging_product"]),
  });
}

/** Fields of which the notice is all there is to tell. */
export const readNotice =
  (code: string) =>
  (value: Json, occurredAt: number): ItemOutcome =>
    accountNews(occurredAt, { code, data: plainData(value, ["messaging_product"]) });
