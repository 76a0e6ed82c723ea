import type { AccountEvent, ItemOutcome } from "@onethread/core";
import { accountNews } from "../meta/account-news.ts";
import { plainData } from "../meta/plain-data.ts";
import { idAt, type Json } from "../meta/read-keys.ts";

type Facts = Record<string, string | null>;
type Level = AccountEvent["level"];

const news = (value: Json, occurredAt: number, code: string, level: Level, facts: Facts): ItemOutcome =>
  accountNews(occurredAt, {
    code,
    level,
    data: plainData(value, ["messaging_product"]),
    ...(Object.keys(facts).length === 0 ? {} : { effect: { kind: "facts", facts } }),
  });

const limitFact = (value: Json): Facts => {
  const limit = idAt(value, "max_daily_conversations_per_business") ?? idAt(value, "current_limit");
  return limit === null ? {} : { messagingLimit: limit };
};

/**
 * What a number may send, and whether its quality is in danger. `UPGRADE`, `DOWNGRADE`, `FLAGGED` and `UNFLAGGED` are
 * older. The number is named only by its display form.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/phone_number_quality_update (2026)
 */
const qualityCodes = new Map<string, [string, Level, Facts]>([
  ["ONBOARDING", ["messaging_limit_changed", "info", {}]],
  ["UPGRADE", ["messaging_limit_changed", "info", {}]],
  ["DOWNGRADE", ["messaging_limit_lowered", "warning", {}]],
  ["THROUGHPUT_UPGRADE", ["throughput_upgraded", "info", { throughput: "high" }]],
  ["FLAGGED", ["number_flagged", "warning", { quality: "flagged" }]],
  ["UNFLAGGED", ["number_unflagged", "info", { quality: null }]],
]);

export function readNumberQuality(value: Json, occurredAt: number): ItemOutcome {
  const [code, level, facts] = qualityCodes.get(idAt(value, "event") ?? "") ?? ["quality_changed", "info", {}];
  return news(value, occurredAt, code, level, { ...limitFact(value), ...facts });
}

/** Limits of the business portfolio; -1 means none. */
export const readCapability = (value: Json, occurredAt: number): ItemOutcome =>
  news(value, occurredAt, "messaging_limit_changed", "info", limitFact(value));

/** Until its display name is approved a number cannot send (error 131037). */
export function readNumberName(value: Json, occurredAt: number): ItemOutcome {
  const name = idAt(value, "requested_verified_name");
  const decision = idAt(value, "decision");
  if (decision === "APPROVED") return news(value, occurredAt, "name_approved", "info", name === null ? {} : { verifiedName: name });
  if (decision === "REJECTED") return news(value, occurredAt, "name_rejected", "warning", {});
  return news(value, occurredAt, "name_review_changed", "info", {});
}

/**
 * The number's public username.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids (29 June 2026)
 */
export function readUsername(value: Json, occurredAt: number): ItemOutcome {
  const username = idAt(value, "username");
  const status = idAt(value, "status")?.toLowerCase();
  if (status === "approved") return news(value, occurredAt, "username_approved", "info", username === null ? {} : { username });
  if (status === "deleted") return news(value, occurredAt, "username_deleted", "warning", { username: null });
  if (status === "reserved") return news(value, occurredAt, "username_reserved", "info", {});
  return news(value, occurredAt, "username_changed", "info", {});
}
