import type { RoutingField, RoutingLeaf } from "@onethread/core";
import { routingFields } from "@onethread/core";
import type { RoutingRuleInput } from "../../api/routing-rules.ts";

/** A condition to begin with, for a field. Choices and texts are still to be filled in. */
export function blankRoutingLeaf(field: RoutingField): RoutingLeaf {
  const kind = routingFields[field];
  if (kind === "choice") return { field, op: "in", values: [] } as RoutingLeaf;
  if (kind === "flag") return { field: "referral", op: "is", value: true };
  if (kind === "text") return { field, op: "contains", value: "" } as RoutingLeaf;
  return { field: "hours", op: "closed", values: [] };
}

export const blankRule = (): RoutingRuleInput => ({
  name: "",
  enabled: true,
  condition: { all: [blankRoutingLeaf("channel")] },
  action: { queueId: null, assigneeId: null, labels: [], priority: null },
});

/** Rules that many begin with; `hours`: the schedule that is used most. */
export const ruleTemplates = ["outOfHours", "vip", "language", "ad"] as const;
export type RuleTemplate = (typeof ruleTemplates)[number];

export function templateRule(template: RuleTemplate, name: string, hours: string | undefined): RoutingRuleInput {
  const leaf: Record<RuleTemplate, RoutingLeaf> = {
    outOfHours: { field: "hours", op: "closed", values: hours ? [hours] : [] },
    vip: { field: "label", op: "in", values: [] },
    language: { field: "language", op: "in", values: [] },
    ad: { field: "referral", op: "is", value: true },
  };
  const blank = blankRule();
  return { ...blank, name, condition: { all: [leaf[template]] }, action: { ...blank.action, priority: template === "vip" ? "high" : null } };
}
