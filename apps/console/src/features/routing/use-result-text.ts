"use client";
import { useTranslations } from "next-intl";
import type { RoutingTrial } from "../../api/routing-rules.ts";

/** Where something went or would go, in a few words. */
export function useResultText(): (result: RoutingTrial["result"]) => string {
  const t = useTranslations("routing");
  const words = useTranslations("conditions");
  return (result) => {
    if (!result) return t("staysPut");
    const { queue, assignee, labels, priority } = result;
    return [
      assignee && t("toAgent", { name: assignee.name }),
      queue && t("toQueue", { name: queue.name }),
      labels.length > 0 && t("withLabels", { names: labels.map(({ name }) => name).join(", ") }),
      priority && t("withPriority", { priority: words(`values.priority.${priority}`) }),
    ]
      .filter(Boolean)
      .join(", ");
  };
}
