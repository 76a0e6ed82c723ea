"use client";
import type { RoutingCondition } from "@onethread/core";
import { useTranslations } from "next-intl";
import type { RoutingRuleInput } from "../../api/routing-rules.ts";
import { isGroup, partsOf, wordOf } from "../conditions/blank-leaf.ts";
import { useRoutingChoices } from "./use-routing-choices.ts";

/** Conditions and what a rule does, as sentences. */
export function useRoutingText(): { condition: (condition: RoutingCondition) => string; action: (action: RoutingRuleInput["action"]) => string } {
  const t = useTranslations("routing");
  const words = useTranslations("conditions");
  const choices = useRoutingChoices();
  const named = (field: keyof typeof choices, id: string) => choices[field].find(({ value }) => value === id)?.label ?? words("goneValue");
  const condition = (one: RoutingCondition): string => {
    if (isGroup(one)) {
      const parts = partsOf(one).map((part) => (isGroup(part) && partsOf(part).length > 1 ? `(${condition(part)})` : condition(part)));
      const word = wordOf(one);
      if (parts.length === 0) return t(word === "any" ? "never" : "always");
      if (word === "none") return t("notThat", { text: parts.join(` ${t("or")} `) });
      return parts.join(` ${t(word === "all" ? "and" : "or")} `);
    }
    const field = t(`fields.${one.field}`);
    if (one.op === "is") return t(one.value ? "fromAd" : "notFromAd");
    if (one.op === "open" || one.op === "closed") {
      const names = { names: one.values.map((id) => named("hours", id)).join(", "), count: one.values.length };
      return t(one.op === "open" ? "hoursOpen" : "hoursClosed", names);
    }
    const value = "values" in one ? one.values.map((id) => named(one.field, id)).join(", ") : `“${one.value}”`;
    return t("sentence", { field, op: words(`ops.${one.op}`), value });
  };
  const action = ({ queueId, assigneeId, labels, priority }: RoutingRuleInput["action"]): string =>
    [
      assigneeId && t("toAgent", { name: named("agent", assigneeId) }),
      queueId && t("toQueue", { name: named("queue", queueId) }),
      labels.length > 0 && t("withLabels", { names: labels.map((id) => named("label", id)).join(", ") }),
      priority && t("withPriority", { priority: words(`values.priority.${priority}`) }),
    ]
      .filter(Boolean)
      .join(", ");
  return { condition, action };
}
