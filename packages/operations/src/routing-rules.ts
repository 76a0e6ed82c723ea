import { type Actor, fail, fromTypeId, ok, type Result, toTypeId } from "@onethread/core";
import type { RoutingRuleRow } from "@onethread/core/api";
import { newId, type Tx } from "@onethread/db/client";
import { readRoutingRules } from "@onethread/db/read";
import { changeSetting } from "./change-setting.ts";
import { type Context, refuse } from "./context.ts";

type Content = Pick<RoutingRuleRow, "name" | "enabled" | "condition" | "action">;
type Change = { [Name in keyof Content | "position"]?: (Content & { position: number })[Name] | undefined };

/** So many rules: nobody overlooks more. */
const most = 100;
const setting = { right: "manage_routing", news: "routing_rule", none: "There is no such routing rule." } as const;

/** The new rule stands last. */
export async function createRoutingRule(context: Context, actor: Actor, input: Content): Promise<Result<RoutingRuleRow>> {
  const id = newId();
  const done = await inOrder(context, actor, id, async (tx) => {
    const { rows } = await tx.query<{ count: number; next: number }>(
      "SELECT count(*)::int AS count, coalesce(max(position) + 1, 0)::int AS next FROM routing_rules WHERE workspace_id = $1",
      [actor.workspaceId],
    );
    if ((rows[0]?.count ?? 0) >= most) refuse("invalid_request", `There are ${most} rules already. Delete one first.`);
    const to = await targetOf(tx, actor, input.action);
    return tx.query(
      `INSERT INTO routing_rules (workspace_id, id, name, enabled, position, condition, queue_id, assignee_id, label_ids, priority)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [actor.workspaceId, id, input.name, input.enabled, rows[0]?.next ?? 0, JSON.stringify(input.condition), ...to],
    );
  });
  return done.ok ? found(context, actor, id) : done;
}

/** Changes a rule, which makes a new version of it, or moves it (`position`: from 0). `id`: UUID. */
export async function updateRoutingRule(context: Context, actor: Actor, id: string, change: Change): Promise<Result<RoutingRuleRow>> {
  const { position, ...content } = change;
  const done = await inOrder(context, actor, id, async (tx) => {
    if (position !== undefined) await moveTo(tx, actor, id, position);
    if (Object.values(content).every((value) => value === undefined))
      return tx.query("SELECT 1 FROM routing_rules WHERE workspace_id = $1 AND id = $2", [actor.workspaceId, id]);
    const [queueId, assigneeId, labelIds, priority] = content.action ? await targetOf(tx, actor, content.action) : [];
    return tx.query(
      `UPDATE routing_rules SET name = coalesce($3, name), enabled = coalesce($4, enabled), condition = coalesce($5, condition),
         queue_id = CASE WHEN $6 THEN $7::uuid ELSE queue_id END, assignee_id = CASE WHEN $6 THEN $8::uuid ELSE assignee_id END,
         label_ids = CASE WHEN $6 THEN $9::uuid[] ELSE label_ids END, priority = CASE WHEN $6 THEN $10::text ELSE priority END,
         version = version + 1, updated_at = now()
       WHERE workspace_id = $1 AND id = $2`,
      [
        actor.workspaceId,
        id,
        content.name ?? null,
        content.enabled ?? null,
        content.condition ? JSON.stringify(content.condition) : null,
        content.action !== undefined,
        queueId ?? null,
        assigneeId ?? null,
        labelIds ?? null,
        priority ?? null,
      ],
    );
  });
  return done.ok ? found(context, actor, id) : done;
}

/** What it decided stays to be read. `id`: UUID. */
export const deleteRoutingRule = (context: Context, actor: Actor, id: string): Promise<Result<null>> =>
  inOrder(context, actor, id, (tx) => tx.query("DELETE FROM routing_rules WHERE workspace_id = $1 AND id = $2", [actor.workspaceId, id]));

/** As columns hold it: UUIDs. Refuses what is not there. */
async function targetOf(tx: Tx, actor: Actor, action: Content["action"]): Promise<[string | null, string | null, string[], string | null]> {
  const [queueId, assigneeId] = [fromTypeId("queue", action.queueId ?? ""), fromTypeId("agent", action.assigneeId ?? "")];
  const labelIds = [...new Set(action.labels.map((id) => fromTypeId("label", id) ?? ""))];
  const { rows } = await tx.query<{ queue: boolean; agent: boolean; labels: boolean }>(
    `SELECT $2::uuid IS NULL OR EXISTS (SELECT 1 FROM queues WHERE workspace_id = $1 AND id = $2) AS queue,
       $3::uuid IS NULL OR EXISTS (SELECT 1 FROM agents WHERE workspace_id = $1 AND id = $3 AND disabled_at IS NULL) AS agent,
       (SELECT count(*) FROM labels WHERE workspace_id = $1 AND id = ANY($4::uuid[])) = cardinality($4::uuid[]) AS labels`,
    [actor.workspaceId, queueId, assigneeId, labelIds],
  );
  const unless = (there: boolean | undefined, field: string, what: string) => {
    if (!there)
      refuse("invalid_request", `There is no such ${what}.`, { errors: [{ pointer: `/action/${field}`, detail: "is not of this workspace" }] });
  };
  unless(rows[0]?.queue, "queueId", "queue");
  unless(rows[0]?.agent, "assigneeId", "agent");
  unless(rows[0]?.labels, "labels", "label");
  return [queueId, assigneeId, labelIds, action.priority];
}

async function moveTo(tx: Tx, actor: Actor, id: string, position: number): Promise<void> {
  const { rows } = await tx.query<{ id: string }>("SELECT id FROM routing_rules WHERE workspace_id = $1 AND id <> $2 ORDER BY position, id", [
    actor.workspaceId,
    id,
  ]);
  const order = rows.map((row) => row.id);
  order.splice(position, 0, id);
  await tx.query(
    "UPDATE routing_rules r SET position = o.place - 1 FROM unnest($2::uuid[]) WITH ORDINALITY AS o (id, place) WHERE r.workspace_id = $1 AND r.id = o.id",
    [actor.workspaceId, order],
  );
}

const inOrder = (context: Context, actor: Actor, id: string, work: (tx: Tx) => Promise<{ rowCount: number | null }>): Promise<Result<null>> =>
  changeSetting(context, actor, id, setting, async (tx) => {
    // Whoever changes the order does it alone.
    await tx.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [`routing_rules ${actor.workspaceId}`]);
    return work(tx);
  });

async function found(context: Context, actor: Actor, id: string): Promise<Result<RoutingRuleRow>> {
  const rule = (await readRoutingRules(context.database, actor)).find((one) => one.id === toTypeId("routingRule", id));
  return rule ? ok(rule) : fail("not_found", setting.none);
}
