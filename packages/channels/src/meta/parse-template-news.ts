import type { AccountEvent, ItemOutcome } from "@onethread/core";
import { accountNews } from "./account-news.ts";
import { plainData } from "./plain-data.ts";
import { idAt, type Json, objectAt } from "./read-keys.ts";

type Step = { code: string; level: AccountEvent["level"]; status?: string };

/**
 * What a template can run into, and the status it has then. Flagged and locked ones can still be sent.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/message_template_status_update (2026)
 */
const steps = new Map<string, Step>([
  ["APPROVED", { code: "template_approved", level: "info", status: "approved" }],
  ["REINSTATED", { code: "template_reinstated", level: "info", status: "approved" }],
  ["REJECTED", { code: "template_rejected", level: "warning", status: "rejected" }],
  ["PENDING", { code: "template_pending", level: "info", status: "pending" }],
  ["IN_APPEAL", { code: "template_in_appeal", level: "info", status: "in_appeal" }],
  ["PAUSED", { code: "template_paused", level: "problem", status: "paused" }],
  ["DISABLED", { code: "template_disabled", level: "problem", status: "disabled" }],
  ["FLAGGED", { code: "template_flagged", level: "warning" }],
  ["LOCKED", { code: "template_locked", level: "warning" }],
  ["ARCHIVED", { code: "template_archived", level: "warning", status: "archived" }],
  ["LIMIT_EXCEEDED", { code: "template_limit_exceeded", level: "warning", status: "limit_exceeded" }],
  ["PENDING_DELETION", { code: "template_pending_deletion", level: "warning", status: "pending_deletion" }],
  ["DELETED", { code: "template_deleted", level: "problem", status: "deleted" }],
]);

type TemplateChange = { status?: string; category?: string; quality?: string; reason?: string | null; stale?: boolean };

/**
 * Anything a platform says about one template. Its keys decide what it is, not the field it came under: a quality change
 * has been documented under the field of status changes.
 */
export function readTemplateNews(value: Json, occurredAt: number): ItemOutcome {
  const quality = idAt(value, "new_quality_score");
  if (quality !== null) return news(value, occurredAt, qualityStep(quality), { quality: quality.toLowerCase() });
  const category = idAt(value, "new_category");
  if (category !== null) {
    // Announced ones still have `new_category`; what they will become stands in `correct_category`.
    const coming = idAt(value, "correct_category") !== null;
    const code = coming ? "template_category_will_change" : "template_category_changed";
    return news(value, occurredAt, { code, level: "warning" }, { category: category.toLowerCase() });
  }
  const event = idAt(value, "event");
  if (event === null) return news(value, occurredAt, { code: "template_content_changed", level: "info" }, { stale: true });
  const step = steps.get(event.toUpperCase()) ?? { code: "template_status_changed", level: "info", status: event.toLowerCase() };
  const named = idAt(value, "message_template_category");
  return news(value, occurredAt, step, {
    ...(step.status === undefined ? {} : { status: step.status }),
    ...(named === null ? {} : { category: named.toLowerCase() }),
    reason: reasonOf(value),
  });
}

const qualityStep = (score: string): Step => ({
  code: "template_quality_changed",
  level: /^(red|yellow)$/i.test(score) ? "warning" : "info",
});

function reasonOf(value: Json): string | null {
  const reasons = [
    idAt(value, "reason"),
    idAt(objectAt(value, "rejection_info"), "reason"),
    idAt(objectAt(value, "other_info"), "description"),
    idAt(objectAt(value, "other_info"), "title"),
  ];
  return reasons.find((reason) => reason !== null && reason !== "NONE") ?? null;
}

function news(value: Json, occurredAt: number, { code, level }: Step, change: TemplateChange): ItemOutcome {
  const name = idAt(value, "message_template_name");
  const language = idAt(value, "message_template_language");
  const externalId = idAt(value, "message_template_id");
  return accountNews(occurredAt, {
    code,
    level,
    data: plainData(value, ["messaging_product"]),
    ...(name === null || language === null ? {} : { effect: { kind: "template", externalId, name, language, ...change } }),
  });
}
