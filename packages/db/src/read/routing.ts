import {
  type Actor,
  alwaysHolds,
  fail,
  ok,
  type Result,
  type RoutingAction,
  type RoutingCondition,
  type RoutingTargets,
  toTypeId,
  usable,
} from "@onethread/core";
import type { RoutingDecision, RoutingRuleRow } from "@onethread/core/api";
import { type Database, forWorkspace, type Tx } from "../client/index.ts";

type RuleRow = {
  id: string;
  name: string;
  enabled: boolean;
  position: number;
  version: number;
  condition: RoutingCondition;
  queue_id: string | null;
  assignee_id: string | null;
  label_ids: string[];
  priority: RoutingAction["priority"];
  updated_at: Date;
};

/** All rules in their order, with what keeps each from doing its work. */
export async function readRoutingRules(database: Database, actor: Actor): Promise<RoutingRuleRow[]> {
  const { rows, targets } = await forWorkspace(database, actor.workspaceId, async (tx) => {
    const ids = async (kind: "queue" | "agent" | "label", sql: string) =>
      new Set((await tx.query<{ id: string }>(sql, [actor.workspaceId])).rows.map(({ id }) => toTypeId(kind, id)));
    const { rows } = await tx.query<RuleRow>("SELECT * FROM routing_rules WHERE workspace_id = $1 ORDER BY position, id", [actor.workspaceId]);
    const targets: RoutingTargets = {
      queues: await ids("queue", "SELECT id FROM queues WHERE workspace_id = $1"),
      agents: await ids("agent", "SELECT id FROM agents WHERE workspace_id = $1 AND disabled_at IS NULL"),
      labels: await ids("label", "SELECT id FROM labels WHERE workspace_id = $1"),
    };
    return { rows, targets };
  });
  let taken = false;
  return rows.map((row) => {
    const rule = shown(row);
    const to = usable(rule.action, targets);
    const problems: RoutingRuleRow["problems"] = [];
    if (!to) problems.push("no_target");
    else {
      if (to.queueId !== rule.action.queueId) problems.push("queue_gone");
      if (to.assigneeId !== rule.action.assigneeId) problems.push("agent_away");
    }
    if (taken) problems.push("never_reached");
    taken ||= rule.enabled && to !== null && alwaysHolds(rule.condition);
    return { ...rule, problems };
  });
}

const shown = (row: RuleRow): Omit<RoutingRuleRow, "problems"> => ({
  id: toTypeId("routingRule", row.id),
  name: row.name,
  enabled: row.enabled,
  position: row.position,
  version: row.version,
  condition: row.condition,
  action: {
    queueId: row.queue_id && toTypeId("queue", row.queue_id),
    assigneeId: row.assignee_id && toTypeId("agent", row.assignee_id),
    labels: row.label_ids.map((id) => toTypeId("label", id)),
    priority: row.priority,
  },
  updatedAt: row.updated_at.toISOString(),
});

type DecisionRow = Pick<RoutingDecision, "considered" | "result" | "facts"> & {
  id: string;
  at: Date;
  rule_id: string | null;
  rule_version: number | null;
  rule_name: string | null;
};

/** So many are read: a conversation's cases, the latest first. */
const most = 50;

/** Why a conversation's cases went where they went, the latest first; those of customers that are merged into it, too. `id`: UUID. */
export async function readRoutingDecisions(database: Database, actor: Actor, id: string): Promise<Result<RoutingDecision[]>> {
  const rows = await forWorkspace(database, actor.workspaceId, async (tx) => {
    const { rows: homes } = await tx.query<{ id: string }>(
      `SELECT o.id FROM conversations v JOIN customers c ON c.workspace_id = v.workspace_id AND (c.id = v.customer_id OR c.merged_into = v.customer_id)
       JOIN conversations o ON o.workspace_id = c.workspace_id AND o.customer_id = c.id WHERE v.workspace_id = $1 AND v.id = $2`,
      [actor.workspaceId, id],
    );
    if (homes.length === 0) return null;
    const { rows } = await tx.query<DecisionRow>(
      "SELECT * FROM routing_decisions WHERE workspace_id = $1 AND conversation_id = ANY($2::uuid[]) ORDER BY at DESC, id DESC LIMIT $3",
      [actor.workspaceId, homes.map((home) => home.id), most],
    );
    return rows;
  });
  if (!rows) return fail("not_found", "There is no such conversation.");
  return ok(
    rows.map((row) => ({
      id: toTypeId("routingDecision", row.id),
      at: row.at.toISOString(),
      rule: row.rule_id === null ? null : { id: toTypeId("routingRule", row.rule_id), name: row.rule_name ?? "", version: row.rule_version ?? 1 },
      considered: row.considered,
      result: row.result,
      facts: row.facts,
    })),
  );
}

/** The messages by which a case's rules can be tried: of one conversation (UUID), or of the 50 that were last active. */
export async function readRoutingTrials(
  tx: Tx,
  workspaceId: string,
  conversationId: string | undefined,
): Promise<{ workspaceId: string; itemId: string }[]> {
  const { rows } = await tx.query<{ workspaceId: string; itemId: string }>(
    `WITH chosen AS (
       SELECT v.* FROM unnest(ARRAY['open', 'snoozed', 'done']) AS s (status), LATERAL (
         SELECT v.workspace_id, v.id, v.last_activity_at FROM conversations v
         JOIN customers c ON c.workspace_id = v.workspace_id AND c.id = v.customer_id AND c.merged_into IS NULL
         WHERE v.workspace_id = $1 AND v.status = s.status AND ($2::uuid IS NULL OR v.id = $2)
         ORDER BY v.last_activity_at DESC, v.id DESC LIMIT $3) v
       ORDER BY v.last_activity_at DESC, v.id DESC LIMIT $3)
     SELECT v.workspace_id AS "workspaceId", coalesce(d.item_id, f.id) AS "itemId" FROM chosen v
     LEFT JOIN LATERAL (
       SELECT d.item_id FROM routing_decisions d WHERE d.workspace_id = v.workspace_id AND d.conversation_id = v.id ORDER BY d.at DESC LIMIT 1) d ON true
     LEFT JOIN LATERAL (
       SELECT i.id FROM items i
       JOIN (SELECT k.id FROM cases k WHERE k.workspace_id = v.workspace_id AND k.conversation_id = v.id ORDER BY k.opened_at DESC LIMIT 1) k ON i.case_id = k.id
       WHERE i.workspace_id = v.workspace_id AND i.conversation_id = v.id AND i.waits = 1 AND d.item_id IS NULL
       ORDER BY i.occurred_at, i.seq LIMIT 1) f ON true
     WHERE coalesce(d.item_id, f.id) IS NOT NULL ORDER BY v.last_activity_at DESC, v.id DESC`,
    [workspaceId, conversationId ?? null, most],
  );
  return rows;
}
