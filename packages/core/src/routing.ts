import type { ConditionTree } from "./condition-tree.ts";
import type { Channel } from "./identity.ts";
import type { Referral } from "./inbound.ts";
import { fold, isWordless } from "./search-fold.ts";

/** What routing rules may ask of a message that begins a case, by how it is asked. */
export const routingFields = {
  channel: "choice",
  /** Channel accounts' ids. */
  account: "choice",
  /** Language tags: "pt" is met by pt-BR, too. */
  language: "choice",
  /** Labels' ids: of the customer's last case. */
  label: "choice",
  /** An ad or a link brought it. */
  referral: "flag",
  /** What that ad or link says of itself: its reference, id, headline, address. */
  referralText: "text",
  /** Words of the message; commas stand between alternatives. */
  text: "text",
  /** Business hours, by id, at the time of the message. */
  hours: "hours",
} as const;

type Fields = typeof routingFields;
export type RoutingField = keyof Fields;
type FieldOf<Kind> = { [Name in RoutingField]: Fields[Name] extends Kind ? Name : never }[RoutingField];
export type RoutingChoice = FieldOf<"choice">;

export type RoutingLeaf =
  | { field: RoutingChoice; op: "in" | "not_in"; values: string[] }
  | { field: FieldOf<"flag">; op: "is"; value: boolean }
  | { field: FieldOf<"text">; op: "contains" | "not_contains"; value: string }
  | { field: FieldOf<"hours">; op: "open" | "closed"; values: string[] };
export type RoutingCondition = ConditionTree<RoutingLeaf>;

/** What rules look at. Ids as the API shows them. `open`: the business hours that are open then. */
export type RoutingFacts = {
  channel: Channel;
  account: string;
  language: string | null;
  labels: readonly string[];
  referral: Partial<Referral> | null;
  text: string | null;
  open: readonly string[];
};

/** Where a rule sends. Both: the agent works it, in that queue. Labels and priority come on top. */
export type RoutingAction = {
  queueId: string | null;
  assigneeId: string | null;
  labels: string[];
  priority: "low" | "normal" | "high" | "urgent" | null;
};
export type RoutingRule = { id: string; name: string; version: number; enabled: boolean; condition: RoutingCondition; action: RoutingAction };

/** Who and what there is to send to: agents that are active, queues, labels. */
export type RoutingTargets = { queues: ReadonlySet<string>; agents: ReadonlySet<string>; labels: ReadonlySet<string> };

/** What became of a rule. `failed`: the part of its condition that was not met. `no_target`: met, but its agent and queue are gone. */
export type Considered = { ruleId: string; outcome: "matched" | "condition" | "no_target"; failed: RoutingCondition | null };
/** `fellBack`: the rule's agent is not active, so its queue alone is taken. */
export type Route = { rule: RoutingRule | null; to: RoutingAction | null; fellBack: boolean; considered: Considered[] };

/** The first enabled rule that is met and has where to send to. Rules behind it are not considered. */
export function chooseRoute(rules: readonly RoutingRule[], facts: RoutingFacts, targets: RoutingTargets): Route {
  const considered: Considered[] = [];
  for (const rule of rules) {
    if (!rule.enabled) continue;
    const failed = whatFailed(rule.condition, facts);
    const to = failed ? null : usable(rule.action, targets);
    considered.push({ ruleId: rule.id, outcome: failed ? "condition" : to ? "matched" : "no_target", failed });
    if (to) return { rule, to, fellBack: to.assigneeId !== rule.action.assigneeId, considered };
  }
  return { rule: null, to: null, fellBack: false, considered };
}

/** An action with what is there of it; null: neither its agent nor its queue is. */
export function usable(action: RoutingAction, targets: RoutingTargets): RoutingAction | null {
  const there = (id: string | null, all: ReadonlySet<string>) => (id !== null && all.has(id) ? id : null);
  const [queueId, assigneeId] = [there(action.queueId, targets.queues), there(action.assigneeId, targets.agents)];
  if (queueId === null && assigneeId === null) return null;
  return { ...action, queueId, assigneeId, labels: action.labels.filter((id) => targets.labels.has(id)) };
}

/** Whether a condition holds whatever comes: nothing behind such a rule is ever reached. */
export function alwaysHolds(condition: RoutingCondition): boolean {
  if ("all" in condition) return condition.all.every(alwaysHolds);
  if ("any" in condition) return condition.any.some(alwaysHolds);
  return "none" in condition && condition.none.length === 0;
}

/** The smallest part of a condition that explains why it does not hold; null: it holds. */
export function whatFailed(condition: RoutingCondition, facts: RoutingFacts): RoutingCondition | null {
  if ("all" in condition) {
    for (const part of condition.all) {
      const failed = whatFailed(part, facts);
      if (failed) return failed;
    }
    return null;
  }
  if ("any" in condition) {
    const [only, ...others] = condition.any;
    if (condition.any.some((part) => whatFailed(part, facts) === null)) return null;
    return only && others.length === 0 ? whatFailed(only, facts) : condition;
  }
  if ("none" in condition) {
    const held = condition.none.find((part) => whatFailed(part, facts) === null);
    return held ? { none: [held] } : null;
  }
  return leafHolds(condition, facts) ? null : condition;
}

function leafHolds(leaf: RoutingLeaf, facts: RoutingFacts): boolean {
  switch (leaf.op) {
    case "in":
      return leaf.values.some((value) => has(leaf.field, value, facts));
    case "not_in":
      return !leaf.values.some((value) => has(leaf.field, value, facts));
    case "is":
      return (facts.referral !== null) === leaf.value;
    case "contains":
      return contains(textOf(leaf.field, facts), leaf.value);
    case "not_contains":
      return !contains(textOf(leaf.field, facts), leaf.value);
    case "open":
      return leaf.values.some((id) => facts.open.includes(id));
    case "closed":
      return !leaf.values.some((id) => facts.open.includes(id));
  }
}

function has(field: RoutingChoice, value: string, facts: RoutingFacts): boolean {
  if (field === "channel") return facts.channel === value;
  if (field === "account") return facts.account === value;
  if (field === "label") return facts.labels.includes(value);
  const [spoken, wanted] = [facts.language?.toLowerCase().replaceAll("_", "-") ?? "", value.toLowerCase()];
  return spoken === wanted || spoken.startsWith(`${wanted}-`);
}

function textOf(field: "referralText" | "text", { referral, text }: RoutingFacts): string[] {
  if (field === "text") return [text ?? ""];
  return [referral?.ref, referral?.adId, referral?.headline, referral?.source, referral?.url, referral?.body].map((one) => one ?? "");
}

/** Whole words, whatever their case and accents; parts of words in scripts that leave no space between them. */
function contains(texts: readonly string[], wanted: string): boolean {
  const alternatives = wanted.split(/[,،、]/u).flatMap((one) => fold(one).text || []);
  return texts.some((text) => {
    const words = ` ${fold(text).text} `;
    return alternatives.some((one) => words.includes([...one].some(isWordless) ? one : ` ${one} `));
  });
}
