import { z } from "zod";
import { channels } from "../identity.ts";
import type { RoutingLeaf } from "../routing.ts";
import { priorities } from "./condition.ts";
import { choiceOf, conditionTree } from "./condition-tree.ts";
import { timestamp, typeId } from "./primitives.ts";

const leaf = z.union([
  choiceOf("channel", z.enum(channels)),
  choiceOf("account", typeId("channelAccount")),
  choiceOf("language", z.string().regex(/^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$/, "must be a language tag such as pt or pt-BR")),
  choiceOf("label", typeId("label")),
  z.strictObject({ field: z.literal("referral"), op: z.literal("is"), value: z.boolean() }),
  z.strictObject({ field: z.enum(["referralText", "text"]), op: z.enum(["contains", "not_contains"]), value: z.string().trim().min(1).max(200) }),
  z.strictObject({ field: z.literal("hours"), op: z.enum(["open", "closed"]), values: z.array(typeId("businessHours")).min(1).max(20) }),
]);
const { node, condition } = conditionTree<RoutingLeaf>("RoutingCondition", leaf);

const action = z.strictObject({
  queueId: typeId("queue").nullable(),
  /** Works it, in that queue if there is one; while the agent is disabled the queue alone is taken, else the next rule. */
  assigneeId: typeId("agent").nullable(),
  labels: z.array(typeId("label")).max(20),
  priority: z.enum(priorities).nullable(),
});

const fields = {
  name: z.string().trim().min(1).max(60),
  enabled: z.boolean(),
  condition,
  action,
};
/** What keeps a rule from doing its work: its queue or agent is gone, or a rule above takes everything. */
export const routingProblems = ["no_target", "queue_gone", "agent_away", "never_reached"] as const;

/** The first enabled rule that is met decides where a new case goes. `version` grows with every change. */
export const routingRule = z
  .object({
    ...fields,
    id: typeId("routingRule"),
    version: z.number().int(),
    position: z.number().int(),
    problems: z.array(z.enum(routingProblems)),
    updatedAt: timestamp,
  })
  .meta({ id: "RoutingRule" });
export type RoutingRuleRow = z.infer<typeof routingRule>;
export const routingRuleList = z.object({ data: z.array(routingRule) });
const leads = (to: z.infer<typeof action>) => to.queueId !== null || to.assigneeId !== null;
const towards = action.refine(leads, { message: "must name a queue or an agent" });
export const routingRuleInput = z.strictObject({ ...fields, action: towards, enabled: z.boolean().default(true) });
export const routingRulePatch = z.strictObject({ ...fields, action: towards, position: z.number().int().min(0).max(1000) }).partial();

const considered = z.object({
  ruleId: typeId("routingRule"),
  /** As they were then. */
  name: z.string(),
  version: z.number().int(),
  outcome: z.enum(["matched", "condition", "no_target"]),
  /** The part of its condition that was not met. */
  failed: node.nullable(),
});
const named = z.object({ id: z.string(), name: z.string() });
/** Where it went; names as they were then. */
const result = z.object({
  queue: named.nullable(),
  assignee: named.nullable(),
  labels: z.array(named),
  priority: z.enum(priorities).nullable(),
  /** No rule was met: the workspace's default queue. */
  byDefault: z.boolean(),
  /** The rule's agent was not active. */
  fellBack: z.boolean(),
});
const outcome = {
  rule: z.object({ id: typeId("routingRule"), name: z.string(), version: z.number().int() }).nullable(),
  considered: z.array(considered),
  /** null: it stayed where it was, in no queue. */
  result: result.nullable(),
  /** What was looked at. What the customer wrote is not kept. */
  facts: z.object({
    channel: z.enum(channels),
    account: typeId("channelAccount"),
    language: z.string().nullable(),
    labels: z.array(typeId("label")),
    referral: z.boolean(),
    open: z.array(typeId("businessHours")),
    at: timestamp,
  }),
};
export const routingDecision = z.object({ id: typeId("routingDecision"), at: timestamp, ...outcome }).meta({ id: "RoutingDecision" });
export type RoutingDecision = z.infer<typeof routingDecision>;
export const routingDecisionList = z.object({ data: z.array(routingDecision) });

export const routingDryRunInput = z.strictObject({
  conversationId: typeId("conversation").optional(),
  /** A rule as it would be: in place of the one with this id, or, without one, behind all others. */
  rule: z.strictObject({ ...fields, action: towards, enabled: z.boolean().default(true), id: typeId("routingRule").optional() }).optional(),
});
export type TriedRule = z.output<typeof routingDryRunInput>["rule"];
export const routingDryRun = z
  .object({ data: z.array(z.object({ conversation: z.object({ id: typeId("conversation"), customer: z.string().nullable() }), ...outcome })) })
  .meta({ id: "RoutingDryRun" });
export type RoutingTrial = z.infer<typeof routingDryRun>["data"][number];
