"use client";
import type { TimelineItem } from "@onethread/core/api";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { keys } from "../../api/keys.ts";
import { listLabels } from "../../api/labels.ts";
import { useDates } from "../../i18n/use-dates.ts";

/** An event as a sentence with its actor. */
export function useEventText(item: TimelineItem): string {
  const t = useTranslations("timeline.event");
  const dates = useDates();
  const labels = useQuery({ queryKey: keys.labels, queryFn: listLabels, enabled: item.content.event === "labels_changed" });
  const data = item.content.data ?? {};
  const actor = item.author.name ?? t("system");
  const text = (...names: string[]): string | null => {
    for (const name of names) {
      const value = data[name];
      if (typeof value === "string" && value) return value;
      if (typeof value === "object" && value !== null && "name" in value && typeof value.name === "string") return value.name;
    }
    return null;
  };
  const labelNames = (name: string): string => {
    const value = data[name];
    const ids = Array.isArray(value) ? value.filter((id): id is string => typeof id === "string") : [];
    return ids.map((id) => labels.data?.find((label) => label.id === id)?.name ?? id).join(", ");
  };

  switch (item.content.event) {
    case "status_changed": {
      const to = text("to", "after", "status");
      const until = text("snoozedUntil", "until");
      if (to === "snoozed") return until ? t("snoozedUntil", { actor, date: dates.appointment(until) }) : t("snoozed", { actor });
      if (to === "done") return t("done", { actor });
      return text("reason") === "customer_wrote" || item.author.type === "customer" ? t("reopenedByCustomer") : t("reopened", { actor });
    }
    case "assigned": {
      const to = text("toName", "to", "after", "assigneeName", "assignee");
      if (!to) return t("unassigned", { actor });
      return to === actor || data.to === item.author.id ? t("assignedSelf", { actor }) : t("assigned", { actor, name: to });
    }
    case "labels_changed": {
      const added = labelNames("added");
      const removed = labelNames("removed");
      if (added && removed) return t("labelsChanged", { actor, added, removed });
      if (added) return t("labelsAdded", { actor, added });
      return removed ? t("labelsRemoved", { actor, removed }) : t("labelsTouched", { actor });
    }
    case "priority_changed":
      return t("priority", { actor, priority: text("to", "after", "priority") ?? "" });
    case "customers_merged":
      return t("merged", { actor, name: text("mergedName", "otherName", "name") ?? t("anotherCustomer") });
    case "merge_undone":
      return t("mergeUndone", { actor });
    case "referral":
      return t("referral", { source: text("headline", "source", "ref") ?? t("aLink") });
    case "link_already_used":
      return t("linkAlreadyUsed");
    case "link_followed":
      return t("linkFollowed");
    case "phone_shared":
      return t("phoneShared");
    default:
      return item.content.text ?? t("other");
  }
}
