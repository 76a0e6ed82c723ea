"use client";
import type { TimelineItem } from "@onethread/core/api";
import { useTranslations } from "next-intl";
import { useDates } from "../../i18n/use-dates.ts";
import { useOccurrenceText } from "./use-occurrence-text.ts";

/** An event as a sentence with its actor. */
export function useEventText(item: TimelineItem): string {
  const t = useTranslations("timeline.event");
  const dates = useDates();
  const occurrenceText = useOccurrenceText();
  const data = item.content.data ?? {};
  const actor = item.author.name ?? t("system");
  const text = (name: string, from: Record<string, unknown> = data): string | null => {
    const value = from[name];
    return typeof value === "string" && value ? value : null;
  };
  const names = Array.isArray(data.to) ? data.to.filter((name): name is string => typeof name === "string") : [];

  switch (item.content.event) {
    case "status_changed": {
      const to = text("to");
      const until = text("until");
      if (to === "snoozed") return until ? t("snoozedUntil", { actor, date: dates.appointment(until) }) : t("snoozed", { actor });
      if (to === "done") return t("done", { actor });
      return item.author.type === "customer" ? t("reopenedByCustomer") : t("reopened", { actor });
    }
    case "assigned": {
      const name = text("to");
      if (!name) return t("unassigned", { actor });
      return text("toId") === item.author.id ? t("assignedSelf", { actor }) : t("assigned", { actor, name });
    }
    case "labels_changed":
      return names.length > 0 ? t("labels", { actor, names: names.join(", ") }) : t("noLabels", { actor });
    case "priority_changed":
      return t("priority", { actor, priority: text("to") ?? "" });
    case "queue_changed": {
      const name = text("to");
      return name ? t("queued", { actor, name }) : t("unqueued", { actor });
    }
    case "routed": {
      const target = [text("assignee"), text("queue")].filter((one) => one !== null).join(", ");
      const rule = text("rule");
      return rule ? t("routed", { rule, target }) : t("routedByDefault", { target });
    }
    case "customers_merged":
      return t("merged", { actor, name: text("merged") ?? t("anotherCustomer") });
    case "merge_undone":
      return t("mergeUndone", { actor });
    case "referral": {
      const referral = typeof data.referral === "object" && data.referral !== null ? (data.referral as Record<string, unknown>) : {};
      const isAd = text("adId", referral) !== null || /^ads?$/i.test(text("source", referral) ?? "");
      return t("referral", { source: text("headline", referral) ?? (isAd ? t("anAd") : (text("ref", referral) ?? t("aLink"))) });
    }
    case "link_already_used":
      return t("linkAlreadyUsed");
    case "link_followed":
      return t("linkFollowed");
    case "phone_shared":
      return t("phoneShared");
    default:
      return occurrenceText(item.content) ?? item.content.text ?? t("other");
  }
}
