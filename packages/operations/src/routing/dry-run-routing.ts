import { type Actor, ok, type Result, type RoutingRule, toTypeId } from "@onethread/core";
import type { RoutingTrial, TriedRule } from "@onethread/core/api";
import { forWorkspace, newId } from "@onethread/db/client";
import { readRoutingRules, readRoutingTrials } from "@onethread/db/read";
import { readRoutingSetups, readRoutingSubjects } from "@onethread/db/write";
import { allow, type Context } from "../context.ts";
import { decide } from "./decide.ts";

/**
 * Where the rules as they are now, with `tried` as it would be, would send cases that have begun already: of one
 * conversation (UUID), or of the 50 last active. Changes nothing.
 */
export async function dryRunRouting(
  context: Context,
  actor: Actor,
  conversationId: string | undefined,
  tried?: TriedRule,
): Promise<Result<{ data: RoutingTrial[] }>> {
  const refused = allow(actor, "manage_routing");
  if (refused) return refused;
  const { workspaceId } = actor;
  const rules = tried && withTried(await readRoutingRules(context.database, actor), tried);
  return forWorkspace(context.database, workspaceId, async (tx) => {
    const items = await readRoutingTrials(tx, workspaceId, conversationId);
    const [setup = { workspaceId, rules: [], queues: [], agents: [], labels: [], hours: [], defaultQueueId: null }] = await readRoutingSetups(tx, [
      workspaceId,
    ]);
    if (rules) setup.rules = rules;
    const subjects = new Map((await readRoutingSubjects(tx, items, { fresh: false })).map((subject) => [subject.itemId, subject]));
    const data = items.flatMap(({ itemId }) => {
      const subject = subjects.get(itemId);
      if (!subject) return [];
      const { to: _, ...decided } = decide(setup, subject);
      return [{ conversation: { id: toTypeId("conversation", subject.conversationId), customer: subject.customer }, ...decided }];
    });
    return ok({ data });
  });
}

/** The enabled rules in their order, with the tried one at its place. */
function withTried(rules: readonly RoutingRule[], { id, ...content }: NonNullable<TriedRule>): RoutingRule[] {
  const known = rules.find((one) => one.id === id);
  // An id that no rule has: what was decided by it can be told from the others.
  const tried = { ...content, id: known?.id ?? toTypeId("routingRule", newId()), version: (known?.version ?? 0) + 1 };
  const all = known ? rules.map((one) => (one.id === id ? tried : one)) : [...rules, tried];
  return all.filter(({ enabled }) => enabled);
}
