import type { Schemas } from "@onethread/api-client";
import type { RoutingCondition } from "@onethread/core";
import type { RoutingDecision, RoutingRuleRow, RoutingTrial } from "@onethread/core/api";
import { answerOf, api, once } from "./client.ts";
import { newIdempotencyKey } from "./new-id.ts";
import { sendable } from "./sendable.ts";

export type { RoutingDecision, RoutingTrial } from "@onethread/core/api";
export type RoutingRule = RoutingRuleRow;
export type RoutingRuleInput = Pick<RoutingRule, "name" | "enabled" | "condition" | "action">;

/** The same JSON as the API's description types it, field by field; core joins the fields that are asked in one way. */
const onTheWire = (condition: RoutingCondition) => condition as Schemas["RoutingCondition"];

export const listRoutingRules = async (): Promise<RoutingRule[]> => (await answerOf(api.GET("/api/v1/routing-rules"))).data as RoutingRule[];

export const createRoutingRule = async (input: RoutingRuleInput): Promise<RoutingRule> =>
  (await answerOf(
    api.POST("/api/v1/routing-rules", { body: { ...input, condition: onTheWire(input.condition) }, ...once(newIdempotencyKey()) }),
  )) as RoutingRule;

export const patchRoutingRule = async (
  id: string,
  { condition, ...rest }: Partial<RoutingRuleInput & { position: number }>,
): Promise<RoutingRule> => {
  const body = sendable({ ...rest, ...(condition ? { condition: onTheWire(condition) } : {}) });
  return (await answerOf(api.PATCH("/api/v1/routing-rules/{id}", { params: { path: { id } }, body }))) as RoutingRule;
};

export const deleteRoutingRule = async (id: string): Promise<void> => {
  await answerOf(api.DELETE("/api/v1/routing-rules/{id}", { params: { path: { id } } }));
};

/** What the rules would do with the conversations that were last active; `rule`: as it would be, in place of the one with its id. */
export const tryRoutingRules = async (signal: AbortSignal, rule?: RoutingRuleInput & { id?: string }): Promise<RoutingTrial[]> => {
  const body = rule ? { rule: { ...rule, condition: onTheWire(rule.condition) } } : {};
  return (await answerOf(api.POST("/api/v1/routing-rules/dry-run", { body, ...once(newIdempotencyKey()), signal }))).data as RoutingTrial[];
};

export const listRoutingDecisions = async (conversationId: string, signal: AbortSignal): Promise<RoutingDecision[]> =>
  (await answerOf(api.GET("/api/v1/conversations/{id}/routing-decisions", { params: { path: { id: conversationId } }, signal })))
    .data as RoutingDecision[];
