"use client";
import { type ConversationCondition, treeSize } from "@onethread/core";
import { useTranslations } from "next-intl";
import { isGroup } from "./blank-leaf.ts";
import { useChoices } from "./use-choices.tsx";

/** A condition in a few words: "Label is VIP, Returns". A group says how many it holds. */
export function useConditionText(): (condition: ConversationCondition) => string {
  const t = useTranslations("conditions");
  const choices = useChoices();
  return (condition) => {
    if (isGroup(condition)) return t("group", { count: treeSize(condition).leaves });
    const field = t(`fields.${condition.field}`);
    const op = t(`ops.${condition.op}`);
    if ("values" in condition) {
      const labels = condition.values.map((value) => choices[condition.field].find((choice) => choice.value === value)?.label ?? t("goneValue"));
      return t("sentence", { field, op, value: labels.join(", ") });
    }
    if ("hours" in condition) {
      const inDays = condition.hours % 24 === 0;
      return t("sentence", { field, op, value: inDays ? t("inDays", { count: condition.hours / 24 }) : t("inHours", { count: condition.hours }) });
    }
    return t("sentence", { field, op, value: typeof condition.value === "boolean" ? t(condition.value ? "yes" : "no") : condition.value });
  };
}
