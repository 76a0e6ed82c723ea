import { fromTypeId, type IdKind, toTypeId } from "@onethread/core";
import { type Behind, newId, type Tx } from "@onethread/db/client";
import {
  addRoutingDecisions,
  applyRoutes,
  type DecisionRow,
  type ItemRow,
  type RouteRow,
  readRoutingSetups,
  readRoutingSubjects,
  writeItems,
} from "@onethread/db/write";
import { composedRow } from "../conversation/compose-item.ts";
import { decide } from "./decide.ts";

const uuid = (kind: IdKind, id: string) => fromTypeId(kind, id) ?? "";
const maybe = (kind: IdKind, id: string | null) => (id === null ? null : uuid(kind, id));

/**
 * Sends cases that begin where the workspace's rules say, each by the message that begins it. Asks nothing of the
 * database when there is none, and once when their workspaces have no rules.
 */
export async function routeOpened(tx: Tx, openings: readonly { workspaceId: string; itemId: string }[], now: Date, behind: Behind): Promise<void> {
  if (openings.length === 0) return;
  const setups = await readRoutingSetups(tx, [...new Set(openings.map((one) => one.workspaceId))]);
  const setupOf = new Map(setups.map((setup) => [setup.workspaceId, setup]));
  const decidable = openings.filter((one) => setupOf.has(one.workspaceId));
  if (decidable.length === 0) return;
  const routes: RouteRow[] = [];
  const decisions: DecisionRow[] = [];
  const events: ItemRow[] = [];
  for (const subject of await readRoutingSubjects(tx, decidable, { fresh: true })) {
    const setup = setupOf.get(subject.workspaceId);
    if (!setup) continue;
    const { workspaceId, conversationId, caseId, itemId } = subject;
    const { to, rule, result, considered, facts } = decide(setup, subject);
    const id = newId();
    decisions.push({
      workspace_id: workspaceId,
      id,
      conversation_id: conversationId,
      case_id: caseId,
      item_id: itemId,
      at: now.toISOString(),
      rule_id: rule && uuid("routingRule", rule.id),
      rule_version: rule?.version ?? null,
      rule_name: rule?.name ?? null,
      considered,
      result,
      facts,
    });
    if (!to || !result) continue;
    routes.push({
      workspaceId,
      conversationId,
      queueId: maybe("queue", to.queueId),
      assigneeId: maybe("agent", to.assigneeId),
      labelIds: to.labels.map((label) => uuid("label", label)),
      priority: to.priority,
    });
    const data = {
      rule: rule?.name ?? null,
      ruleId: rule?.id ?? null,
      decisionId: toTypeId("routingDecision", id),
      queue: result.queue?.name ?? null,
      assignee: result.assignee?.name ?? null,
    };
    const place = { workspaceId, conversationId, caseId, at: now };
    events.push({ ...composedRow({ kind: "system", workspaceId }, place), content: { kind: "event", text: null, event: "routed", data } });
  }
  behind(applyRoutes(tx, routes));
  behind(addRoutingDecisions(tx, decisions));
  if (events.length > 0) behind(writeItems(tx, events));
}
