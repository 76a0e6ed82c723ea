import { type BusinessHours, type Channel, type RoutingAction, type RoutingFacts, type RoutingRule, toTypeId } from "@onethread/core";
import type { Tx } from "../client/index.ts";

type Named = { id: string; name: string };
/** What a workspace decides by. Ids as the API shows them. */
export type RoutingSetup = {
  workspaceId: string;
  /** The enabled ones, in their order. */
  rules: RoutingRule[];
  queues: Named[];
  /** Active ones. */
  agents: Named[];
  labels: Named[];
  hours: ({ id: string } & BusinessHours)[];
  defaultQueueId: string | null;
};

type RuleJson = Omit<RoutingRule, "action"> & {
  queue_id: string | null;
  assignee_id: string | null;
  label_ids: string[];
  priority: RoutingAction["priority"];
};
type SetupRow = Omit<RoutingSetup, "rules" | "queues"> & { rules: RuleJson[] | null; queues: (Named & { is_default: boolean })[] | null };

const list = (columns: string, from: string, order = "") => `(SELECT json_agg(json_build_object(${columns})${order}) FROM ${from})`;

/** The setup of those workspaces that have an enabled rule or a default queue: for all others there is nothing to decide. */
export async function readRoutingSetups(tx: Tx, workspaceIds: readonly string[]): Promise<RoutingSetup[]> {
  const { rows } = await tx.query<SetupRow>({
    name: "read-routing-setups",
    text: `SELECT w.id AS "workspaceId",
        (SELECT json_agg(r ORDER BY r.position, r.id) FROM routing_rules r WHERE r.workspace_id = w.id AND r.enabled) AS rules,
        ${list("'id', q.id, 'name', q.name, 'is_default', q.is_default", "queues q WHERE q.workspace_id = w.id")} AS queues,
        ${list("'id', a.id, 'name', a.name", "agents a WHERE a.workspace_id = w.id AND a.disabled_at IS NULL")} AS agents,
        ${list("'id', l.id, 'name', l.name", "labels l WHERE l.workspace_id = w.id")} AS labels,
        ${list(
          "'id', h.id, 'timeZone', h.time_zone, 'week', h.week, 'exceptions', h.exceptions, 'closedUntil', h.closed_until",
          "business_hours h WHERE h.workspace_id = w.id",
        )} AS hours
      FROM unnest($1::uuid[]) AS w (id)
      WHERE EXISTS (SELECT 1 FROM routing_rules r WHERE r.workspace_id = w.id AND r.enabled)
        OR EXISTS (SELECT 1 FROM queues q WHERE q.workspace_id = w.id AND q.is_default)`,
    values: [workspaceIds],
  });
  return rows.map((row) => {
    const named = (kind: "queue" | "agent" | "label", all: Named[] | null) => (all ?? []).map(({ id, name }) => ({ id: toTypeId(kind, id), name }));
    const usual = row.queues?.find((queue) => queue.is_default);
    return {
      workspaceId: row.workspaceId,
      rules: (row.rules ?? []).map(ruleOf),
      queues: named("queue", row.queues),
      agents: named("agent", row.agents),
      labels: named("label", row.labels),
      hours: (row.hours ?? []).map((one) => ({ ...one, id: toTypeId("businessHours", one.id) })),
      defaultQueueId: usual ? toTypeId("queue", usual.id) : null,
    };
  });
}

const ruleOf = ({ id, name, version, enabled, condition, ...rest }: RuleJson): RoutingRule => ({
  id: toTypeId("routingRule", id),
  name,
  version,
  enabled,
  condition,
  action: {
    queueId: rest.queue_id && toTypeId("queue", rest.queue_id),
    assigneeId: rest.assignee_id && toTypeId("agent", rest.assignee_id),
    labels: rest.label_ids.map((one) => toTypeId("label", one)),
    priority: rest.priority,
  },
});

/** A message that begins a case, with what rules ask about it. Ids of rows are UUIDs. */
export type RoutingSubject = {
  workspaceId: string;
  conversationId: string;
  caseId: string;
  itemId: string;
  customer: string | null;
  /** When it was written: milliseconds, by the platform's clock. */
  at: number;
  facts: Omit<RoutingFacts, "open">;
};

type SubjectRow = Pick<RoutingSubject, "workspaceId" | "conversationId" | "caseId" | "itemId" | "customer"> & {
  at: Date;
  channel: Channel;
  accountId: string;
  text: string | null;
  referral: RoutingFacts["referral"];
  language: string | null;
  labelIds: string[] | null;
};

/** A link that somebody followed counts for what they write within an hour: platforms tell of it before the message. */
const linkCounts = "1 hour";

/**
 * What rules may ask about these messages; the same for a case that begins now and one that began long ago. `fresh`:
 * only where the case is still the open one, and nobody has it.
 */
export async function readRoutingSubjects(
  tx: Tx,
  items: readonly { workspaceId: string; itemId: string }[],
  { fresh }: { fresh: boolean },
): Promise<RoutingSubject[]> {
  const { rows } = await tx.query<SubjectRow>({
    name: "read-routing-subjects",
    text: `SELECT i.workspace_id AS "workspaceId", i.conversation_id AS "conversationId", i.case_id AS "caseId", i.id AS "itemId", c.name AS customer,
        i.occurred_at AS at, i.channel, i.channel_account_id AS "accountId", i.content->>'text' AS text,
        coalesce(i.referral, k.referral, link.referral) AS referral, coalesce(c.attributes->>'language', c.attributes->>'locale') AS language,
        before.label_ids AS "labelIds"
      FROM json_to_recordset($1::json) AS o ("workspaceId" uuid, "itemId" uuid)
      JOIN items i ON i.workspace_id = o."workspaceId" AND i.id = o."itemId"
      JOIN cases k ON k.workspace_id = i.workspace_id AND k.id = i.case_id
      JOIN conversations v ON v.workspace_id = i.workspace_id AND v.id = i.conversation_id
      JOIN customers c ON c.workspace_id = v.workspace_id AND c.id = v.customer_id
      LEFT JOIN LATERAL (
        SELECT e.content->'data'->'referral' AS referral FROM items e
        WHERE e.workspace_id = i.workspace_id AND e.conversation_id = i.conversation_id AND e.type = 'event' AND e.content->>'event' = 'referral'
          AND e.occurred_at BETWEEN i.occurred_at - $3::interval AND i.occurred_at
        ORDER BY e.occurred_at DESC LIMIT 1) link ON true
      LEFT JOIN LATERAL (
        SELECT p.label_ids FROM cases p
        WHERE p.workspace_id = k.workspace_id AND p.conversation_id = k.conversation_id AND p.opened_at < k.opened_at AND p.closed_at IS NOT NULL
        ORDER BY p.opened_at DESC LIMIT 1) before ON true
      WHERE NOT $2 OR (v.case_id = i.case_id AND v.assignee_id IS NULL AND v.queue_id IS NULL)`,
    values: [JSON.stringify(items), fresh, linkCounts],
  });
  return rows.map(({ at, channel, accountId, text, referral, language, labelIds, ...place }) => ({
    ...place,
    at: at.getTime(),
    facts: {
      channel,
      account: toTypeId("channelAccount", accountId),
      language,
      labels: (labelIds ?? []).map((id) => toTypeId("label", id)),
      referral,
      text,
    },
  }));
}

export type RouteRow = {
  workspaceId: string;
  conversationId: string;
  queueId: string | null;
  assigneeId: string | null;
  labelIds: string[];
  priority: string | null;
};

/** Puts conversations where they were sent. A queue that goes away meanwhile is left out. Ids are UUIDs. */
export async function applyRoutes(tx: Tx, routes: readonly RouteRow[]): Promise<void> {
  if (routes.length === 0) return;
  await tx.query({
    name: "apply-routes",
    text: `UPDATE conversations v SET queue_id = q.id, assignee_id = r."assigneeId", label_ids = r."labelIds",
        priority = coalesce(r.priority, v.priority), version = v.version + 1
      FROM json_to_recordset($1::json) AS r ("workspaceId" uuid, "conversationId" uuid, "queueId" uuid, "assigneeId" uuid, "labelIds" uuid[], priority text)
      LEFT JOIN LATERAL (SELECT q.id FROM queues q WHERE q.workspace_id = r."workspaceId" AND q.id = r."queueId" FOR KEY SHARE) q ON true
      WHERE v.workspace_id = r."workspaceId" AND v.id = r."conversationId"`,
    values: [JSON.stringify(routes)],
  });
}

export type DecisionRow = {
  workspace_id: string;
  id: string;
  conversation_id: string;
  case_id: string;
  item_id: string;
  at: string;
  rule_id: string | null;
  rule_version: number | null;
  rule_name: string | null;
  considered: unknown;
  result: unknown;
  facts: unknown;
};

export async function addRoutingDecisions(tx: Tx, rows: readonly DecisionRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query({
    name: "add-routing-decisions",
    text: "INSERT INTO routing_decisions SELECT * FROM json_populate_recordset(NULL::routing_decisions, $1::json)",
    values: [JSON.stringify(rows)],
  });
}
