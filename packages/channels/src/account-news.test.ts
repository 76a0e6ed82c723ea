import type { AccountEvent } from "@onethread/core";
import { describe, expect, it } from "vitest";
import { parseBody as parseInstagram } from "./instagram/index.ts";
import { parseBody as parseMessenger } from "./messenger/index.ts";
import { parseBody as parseWhatsapp } from "./whatsapp/index.ts";

const time = 1793697220;
function whatsapp(field: string, value: Record<string, unknown>): AccountEvent {
  const [item] = parseWhatsapp({ entry: [{ id: "55", time, changes: [{ field, value }] }] }, "");
  if (item?.outcome.kind !== "events") throw new Error(JSON.stringify(item?.outcome));
  return item.outcome.events[0] as AccountEvent;
}
const template = { message_template_id: 1234567890, message_template_name: "autumn", message_template_language: "de" };
const named = { kind: "template", externalId: "1234567890", name: "autumn", language: "de" };

describe("templates", () => {
  it.each([
    ["APPROVED", "template_approved", "info", "approved"],
    ["REINSTATED", "template_reinstated", "info", "approved"],
    ["REJECTED", "template_rejected", "warning", "rejected"],
    ["PENDING", "template_pending", "info", "pending"],
    ["IN_APPEAL", "template_in_appeal", "info", "in_appeal"],
    ["PAUSED", "template_paused", "problem", "paused"],
    ["DISABLED", "template_disabled", "problem", "disabled"],
    ["FLAGGED", "template_flagged", "warning", undefined],
    ["LOCKED", "template_locked", "warning", undefined],
    ["ARCHIVED", "template_archived", "warning", "archived"],
    ["LIMIT_EXCEEDED", "template_limit_exceeded", "warning", "limit_exceeded"],
    ["PENDING_DELETION", "template_pending_deletion", "warning", "pending_deletion"],
    ["DELETED", "template_deleted", "problem", "deleted"],
    ["TELEPORTED", "template_status_changed", "info", "teleported"],
  ])("%s", (event, code, level, status) => {
    const found = whatsapp("message_template_status_update", { ...template, event, reason: "NONE", message_template_category: "MARKETING" });
    expect(found).toMatchObject({ type: "account", occurredAt: time * 1000, code, level });
    expect(found.effect).toEqual({ ...named, ...(status ? { status } : {}), category: "marketing", reason: null });
  });

  it("keeps why", () => {
    const found = whatsapp("message_template_status_update", {
      ...template,
      event: "REJECTED",
      rejection_info: { reason: "PROMOTIONAL", recommendation: "x" },
    });
    expect(found).toMatchObject({
      effect: { reason: "PROMOTIONAL" },
      data: { rejectionInfoReason: "PROMOTIONAL", rejectionInfoRecommendation: "x" },
    });
  });

  it.each([
    [{ new_quality_score: "RED", previous_quality_score: "GREEN" }, "template_quality_changed", "warning", { quality: "red" }],
    [{ new_quality_score: "GREEN", previous_quality_score: "UNKNOWN" }, "template_quality_changed", "info", { quality: "green" }],
    [{ message_template_title: "Hi", message_template_element: "Hello {{1}}" }, "template_content_changed", "info", { stale: true }],
    [
      { correct_category: "MARKETING", new_category: "UTILITY", category_update_timestamp: 1793700000 },
      "template_category_will_change",
      "warning",
      { category: "utility" },
    ],
    [{ previous_category: "UTILITY", new_category: "MARKETING" }, "template_category_changed", "warning", { category: "marketing" }],
  ])("%o", (value, code, level, effect) => {
    for (const field of ["message_template_status_update", "message_template_quality_update", "template_category_update"]) {
      expect(whatsapp(field, { ...template, ...value })).toMatchObject({ code, level, effect: { ...named, ...effect } });
    }
  });

  it("has no effect on a template that isn't named", () => {
    expect(whatsapp("message_template_status_update", { event: "PAUSED" })).not.toHaveProperty("effect");
  });

  it("of Messenger are read alike", () => {
    const changes = [{ field: "messenger_template_status_update", value: { ...template, event: "APPROVED" } }];
    const [item] = parseMessenger({ entry: [{ id: "900", time, changes }] }, "");
    expect(item?.outcome).toMatchObject({ events: [{ code: "template_approved", effect: { ...named, status: "approved" } }] });
  });
});

describe("the account", () => {
  const blocked = (reason: string | null, until: number | null = null) => ({ kind: "blocked", reason, until });
  it.each([
    [{ event: "ACCOUNT_DELETED" }, "account_deleted", "problem", blocked("account_deleted")],
    [{ event: "DISABLED_UPDATE", ban_info: { waba_ban_state: "DISABLE" } }, "account_disabled", "problem", blocked("account_disabled")],
    [{ event: "DISABLED_UPDATE", ban_info: { waba_ban_state: "SCHEDULE_FOR_DISABLE" } }, "account_disable_scheduled", "warning", undefined],
    [{ event: "DISABLED_UPDATE", ban_info: { waba_ban_state: "REINSTATE" } }, "account_reinstated", "info", blocked(null)],
    [
      { event: "ACCOUNT_RESTRICTION", restriction_info: [{ restriction_type: "RESTRICTED_CUSTOMER_INITIATED_MESSAGING", expiration: 1793999999 }] },
      "account_restricted",
      "problem",
      blocked("account_restricted", 1793999999000),
    ],
    [
      { event: "ACCOUNT_RESTRICTION", restriction_info: [{ restriction_type: "RESTRICTED_BIZ_INITIATED_MESSAGING", expiration: 1793999999 }] },
      "account_restricted",
      "problem",
      undefined,
    ],
    [{ event: "ACCOUNT_VIOLATION", violation_info: { violation_type: "SCAM" } }, "account_violation", "warning", undefined],
    [{ event: "PARTNER_ADDED" }, "partner_added", "info", undefined],
    [{ event: "PARTNER_REMOVED" }, "partner_removed", "problem", undefined],
    [{ event: "PARTNER_APP_INSTALLED" }, "partner_app_installed", "info", undefined],
    [{ event: "PARTNER_APP_UNINSTALLED" }, "partner_app_uninstalled", "problem", undefined],
    [{ event: "VERIFIED_ACCOUNT" }, "account_verified", "info", undefined],
    [{ event: "BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE", country: "DE" }, "account_country_changed", "info", undefined],
    [{ event: "AUTH_INTL_PRICE_ELIGIBILITY_UPDATE" }, "authentication_price_changed", "info", undefined],
    [{ event: "MM_LITE_TERMS_SIGNED" }, "marketing_terms_signed", "info", undefined],
    [{ event: "VOLUME_BASED_PRICING_TIER_UPDATE", volume_tier_info: { tier: "0:5" } }, "pricing_tier_changed", "info", undefined],
    [{ event: "AD_ACCOUNT_LINKED" }, "ad_account_linked", "info", undefined],
    [{ event: "ACCOUNT_OFFBOARDED" }, "account_offboarded", "problem", undefined],
    [{ event: "ACCOUNT_RECONNECTED" }, "account_reconnected", "info", undefined],
    [{ event: "SOMETHING_NEW" }, "account_changed", "info", undefined],
  ])("%o", (value, code, level, effect) => {
    const found = whatsapp("account_update", value);
    expect(found).toMatchObject({ code, level, data: { event: value.event } });
    expect(found.effect).toEqual(effect);
  });

  it.each([
    ["account_alerts", { alert_info: { alert_severity: "CRITICAL", alert_type: "X" } }, "account_alert", "warning"],
    ["account_alerts", { alert_severity: "INFORMATIONAL" }, "account_alert", "info"],
    ["account_review_update", { decision: "REJECTED" }, "account_review_rejected", "problem"],
    ["account_review_update", { decision: "APPROVED" }, "account_review_approved", "info"],
    ["account_review_update", { decision: "?" }, "account_review_changed", "info"],
    ["account_settings_update", { phone_number_settings: { calling: { status: "ENABLED" } } }, "account_settings_changed", "info"],
    ["security", { event: "PIN_RESET_REQUEST", requester: "61" }, "security_pin_reset_requested", "warning"],
    ["security", { event: "PIN_CHANGED" }, "security_pin_changed", "warning"],
    ["payment_configuration_update", { configuration_name: "c", status: "Active" }, "payment_configuration_changed", "info"],
    ["partner_solutions", { event: "SOLUTION_UPDATED", solution_id: "1" }, "partner_solution_changed", "info"],
    ["flows", { event: "FLOW_STATUS_CHANGE", new_status: "BLOCKED" }, "flow_status_changed", "problem"],
    ["flows", { event: "FLOW_STATUS_CHANGE", new_status: "PUBLISHED" }, "flow_status_changed", "info"],
    ["flows", { event: "ENDPOINT_ERROR_RATE", error_rate: 14.2 }, "flow_alert", "warning"],
  ])("%s %o", (field, value, code, level) => expect(whatsapp(field, value)).toMatchObject({ code, level }));

  it.each([
    [
      "phone_number_quality_update",
      { event: "ONBOARDING", max_daily_conversations_per_business: "TIER_2K" },
      "messaging_limit_changed",
      "info",
      { messagingLimit: "TIER_2K" },
    ],
    [
      "phone_number_quality_update",
      { event: "DOWNGRADE", current_limit: "TIER_250" },
      "messaging_limit_lowered",
      "warning",
      { messagingLimit: "TIER_250" },
    ],
    ["phone_number_quality_update", { event: "THROUGHPUT_UPGRADE" }, "throughput_upgraded", "info", { throughput: "high" }],
    ["phone_number_quality_update", { event: "FLAGGED" }, "number_flagged", "warning", { quality: "flagged" }],
    ["phone_number_quality_update", { event: "UNFLAGGED" }, "number_unflagged", "info", { quality: null }],
    ["business_capability_update", { max_daily_conversations_per_business: -1 }, "messaging_limit_changed", "info", { messagingLimit: "-1" }],
    ["phone_number_name_update", { decision: "APPROVED", requested_verified_name: "Lamps" }, "name_approved", "info", { verifiedName: "Lamps" }],
    ["business_username_updates", { username: "lamps", status: "approved" }, "username_approved", "info", { username: "lamps" }],
    ["business_username_update", { username: "lamps", status: "deleted" }, "username_deleted", "warning", { username: null }],
  ])("%s %o", (field, value, code, level, facts) =>
    expect(whatsapp(field, { display_phone_number: "442079460182", ...value })).toMatchObject({
      code,
      level,
      data: { displayPhoneNumber: "442079460182" },
      effect: { kind: "facts", facts },
    }),
  );

  it("needs a time to tell which word is the newest", () => {
    const [item] = parseWhatsapp({ entry: [{ id: "55", changes: [{ field: "account_update", value: { event: "ACCOUNT_DELETED" } }] }] }, "");
    expect(item?.outcome).toEqual({ kind: "failed", reason: "missing_key:entry.time" });
  });

  it("cuts what is too much to tell", () => {
    const wide = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`key_${i}`, "x".repeat(1000)]));
    const { data } = whatsapp("account_settings_update", wide);
    expect(Object.keys(data)).toHaveLength(30);
    expect(data.key0).toHaveLength(500);
  });
});

describe("numbers, groups and errors", () => {
  const ofNumber = (field: string, value: Record<string, unknown>): unknown => {
    const metadata = { phone_number_id: "66", display_phone_number: "44" };
    return parseWhatsapp({ entry: [{ id: "55", changes: [{ field, value: { metadata, ...value } }] }] }, "")[0]?.outcome;
  };
  it.each([
    ["group_lifecycle_update", { type: "group_create", subject: "Fans" }, "group_created", "info"],
    ["group_lifecycle_update", { type: "group_create", errors: [{ code: 131200 }] }, "group_created", "warning"],
    ["group_participants_update", { type: "group_join_request_created", join_request_id: "j", wa_id: "1" }, "group_join_requested", "info"],
    [
      "group_settings_update",
      { type: "group_settings_update", group_subject: { text: "New", update_successful: true } },
      "group_settings_changed",
      "info",
    ],
    ["group_status_update", { type: "group_suspend" }, "group_suspended", "problem"],
    ["group_status_update", { type: "group_suspend_cleared" }, "group_unsuspended", "info"],
    ["group_status_update", { type: "group_painted" }, "group_changed", "info"],
  ])("%s %o", (field, group, code, level) =>
    expect(ofNumber(field, { groups: [{ group_id: "G", timestamp: "1793696820", ...group }] })).toMatchObject({
      events: [{ type: "account", code, level, data: { groupId: "G" } }],
    }),
  );

  it("names who came and went", () => {
    const groups = [
      { group_id: "G", timestamp: "1793696820", type: "group_participants_add", added_participants: [{ wa_id: "49171" }, { user_id: "DE.1" }] },
    ];
    expect(ofNumber("group_participants_update", { groups })).toMatchObject({
      events: [{ code: "group_participants_added", data: { participants: "49171, DE.1" } }],
    });
  });

  it("hears of a sale the platform saw in a chat that an ad began", () => {
    const sale = { id: "wamid.1", event_name: "Purchase", timestamp: 1793696820, ctwa_clid: "c", custom_data: { currency: "USD", value: 25000 } };
    expect(ofNumber("automatic_events", { automatic_events: [sale] })).toMatchObject({
      events: [
        {
          code: "conversion_detected",
          occurredAt: 1793696820000,
          data: { id: "wamid.1", eventName: "Purchase", ctwaClid: "c", customDataCurrency: "USD" },
        },
      ],
    });
  });

  it("tells errors beside no message", () => {
    expect(ofNumber("messages", { errors: [{ code: 130429, title: "Rate limit hit" }] })).toEqual({
      kind: "events",
      events: [
        {
          type: "account",
          occurredAt: 0,
          code: "platform_error",
          level: "warning",
          data: { code: "130429", title: "Rate limit hit", message: "Rate limit hit" },
        },
      ],
    });
    expect(ofNumber("history", { history: [{ errors: [{ code: 2593109 }] }] })).toMatchObject({ events: [{ code: "history_declined" }] });
    expect(ofNumber("history", { history: [{ errors: [{ code: 1 }] }] })).toMatchObject({ events: [{ code: "history_failed", level: "warning" }] });
  });
});

describe("Pages and profiles", () => {
  const ofPage = (event: Record<string, unknown>): unknown =>
    parseMessenger({ entry: [{ id: "900", messaging: [{ recipient: { id: "900" }, timestamp: 1793696486000, ...event }] }] }, "")[0]?.outcome;

  it.each([
    [{ policy_enforcement: { action: "warning", reason: "r" } }, "policy_warning", "warning"],
    [{ policy_enforcement: { action: "block", reason: "r" } }, "policy_blocked", "problem"],
    [{ "policy-enforcement": { action: "unblock" } }, "policy_unblocked", "info"],
    [{ app_roles: { "902277": ["primary_receiver"] } }, "app_roles_changed", "info"],
    [{ pass_thread_control: { new_owner_app_id: "1" } }, "thread_control_changed", "info"],
  ])("%o", (event, code, level) => expect(ofPage(event)).toMatchObject({ events: [{ type: "account", code, level }] }));

  it("hears of mentions", () => {
    const changes = [{ field: "mentions", value: { media_id: "m", comment_id: "c" } }];
    expect(parseInstagram({ entry: [{ id: "800", time, changes }] }, "")[0]?.outcome).toMatchObject({
      events: [{ code: "mentioned", occurredAt: time * 1000, data: { mediaId: "m", commentId: "c" } }],
    });
  });
});
