import type { AccountConfig } from "../config.ts";
import { whatsappAccount } from "../simulator.ts";
import { messagingBody } from "../wire/messaging.ts";
import { whatsappAccountField } from "../wire/whatsapp.ts";
import type { Template } from "../world/template.ts";

type Wire = Record<string, unknown>;

/** What Meta tells of an account that was restricted, switched off or restored; null: it tells nothing. */
export function standingNews(account: AccountConfig, value: "fine" | "restricted" | "disabled", at: number): Wire | null {
  if (account.channel === "instagram") return null;
  if (account.channel === "messenger") {
    const enforcement = {
      action: value === "fine" ? "unblock" : "block",
      reason: value === "fine" ? "The appeal was accepted" : "Too many people have reported this Page",
    };
    return messagingBody({ channel: "messenger", externalId: account.externalId }, at, [
      { recipient: { id: account.externalId }, timestamp: at, policy_enforcement: enforcement },
    ]);
  }
  const until = Math.floor(at / 1000) + 7 * 86_400;
  const values: Record<typeof value, Wire> = {
    fine: { event: "DISABLED_UPDATE", ban_info: { waba_ban_state: "REINSTATE", waba_ban_date: dateOf(at) } },
    restricted: {
      event: "ACCOUNT_RESTRICTION",
      restriction_info: [
        { restriction_type: "RESTRICTED_BIZ_INITIATED_MESSAGING", expiration: until },
        { restriction_type: "RESTRICTED_CUSTOMER_INITIATED_MESSAGING", expiration: until },
      ],
    },
    disabled: { event: "DISABLED_UPDATE", ban_info: { waba_ban_state: "DISABLE", waba_ban_date: dateOf(at) } },
  };
  return whatsappAccountField(whatsappAccount(account), "account_update", values[value], at);
}

const dateOf = (at: number): string => new Date(at).toLocaleDateString("en-US", { month: "long", day: "numeric", year: "numeric", timeZone: "UTC" });

/** Source: …/whatsapp/webhooks/reference/phone_number_quality_update (2026) */
export function qualityNews(account: AccountConfig, value: "GREEN" | "YELLOW" | "RED", at: number): Wire | null {
  if (account.channel !== "whatsapp") return null;
  const wire = whatsappAccount(account);
  const event = value === "RED" ? "FLAGGED" : value === "YELLOW" ? "DOWNGRADE" : "UNFLAGGED";
  const limit = value === "RED" ? "TIER_250" : value === "YELLOW" ? "TIER_2K" : "TIER_10K";
  return whatsappAccountField(
    wire,
    "phone_number_quality_update",
    { display_phone_number: wire.displayPhoneNumber.replace(/\D/g, ""), event, max_daily_conversations_per_business: limit },
    at,
  );
}

export function displayNameNews(account: AccountConfig, value: "APPROVED" | "DECLINED", at: number): Wire | null {
  if (account.channel !== "whatsapp") return null;
  const wire = whatsappAccount(account);
  const made = {
    display_phone_number: wire.displayPhoneNumber.replace(/\D/g, ""),
    decision: value === "APPROVED" ? "APPROVED" : "REJECTED",
    requested_verified_name: account.name,
    ...(value === "APPROVED" ? {} : { rejection_reason: "NAME_FORMAT_UNACCEPTABLE" }),
  };
  return whatsappAccountField(wire, "phone_number_name_update", made, at);
}

/** Source: …/whatsapp/webhooks/reference/message_template_status_update (2026). A Page's templates tell under a field of their own. */
export function templateNews(account: AccountConfig, template: Template, at: number): Wire | null {
  const about = { message_template_id: Number(template.id), message_template_name: template.name, message_template_language: template.language };
  const value = {
    event: template.status,
    ...about,
    reason: template.status === "REJECTED" ? template.rejected_reason : template.status === "PAUSED" ? null : "NONE",
    message_template_category: template.category,
    ...(template.status === "PAUSED" ? { other_info: { title: "FIRST_PAUSE", description: "Paused for 3 hours because of low quality" } } : {}),
    ...(template.status === "REJECTED"
      ? { rejection_info: { reason: "The content does not fit the category.", recommendation: "Choose the category MARKETING." } }
      : {}),
  };
  if (account.channel === "whatsapp") return whatsappAccountField(whatsappAccount(account), "message_template_status_update", value, at);
  return {
    object: "page",
    entry: [{ id: account.externalId, time: Math.floor(at / 1000), changes: [{ field: "messenger_template_status_update", value }] }],
  };
}

export function templateQualityNews(account: AccountConfig, template: Template, before: string, at: number): Wire | null {
  if (account.channel !== "whatsapp") return null;
  const value = {
    previous_quality_score: before,
    new_quality_score: template.quality_score.score,
    message_template_id: Number(template.id),
    message_template_name: template.name,
    message_template_language: template.language,
  };
  return whatsappAccountField(whatsappAccount(account), "message_template_quality_update", value, at);
}
