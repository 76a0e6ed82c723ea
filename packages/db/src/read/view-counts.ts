import type { Actor } from "@onethread/core";
import { type Database, forWorkspace, prepared } from "../client/index.ts";

/** A number beyond this tells an agent nothing that "more" does not. Counting stops here, however large the inbox is. */
const most = 99;

type View = "mine" | "unassigned" | "all" | "snoozed" | "drafts" | "mentions" | "watching";
export type ViewCount = { view: View; count: number; more: boolean };

const conditions: Record<View, string> = {
  mine: "status = 'open' AND assignee_id = $2",
  unassigned: "status = 'open' AND assignee_id IS NULL",
  all: "status = 'open'",
  snoozed: "status = 'snoozed'",
  mentions: "id IN (SELECT conversation_id FROM mentions WHERE workspace_id = $1 AND agent_id = $2 AND seen_at IS NULL)",
  watching: "status <> 'done' AND id IN (SELECT conversation_id FROM followers WHERE workspace_id = $1 AND agent_id = $2)",
  drafts: "id IN (SELECT conversation_id FROM drafts WHERE workspace_id = $1 AND agent_id = $2)",
};

/**
 * How many conversations each view holds. Walks an index for at most a hundred rows per view, so it costs the same for
 * ten conversations and for ten million; rows kept per agent and view would cost every inbound message a write.
 */
export async function readViewCounts(database: Database, actor: Actor): Promise<ViewCount[]> {
  const counts = Object.entries(conditions).map(
    ([view, condition]) =>
      `(SELECT count(*)::int FROM (SELECT 1 FROM conversations
         WHERE workspace_id = $1 AND ${condition} AND last_message_id IS NOT NULL LIMIT ${most + 1}) AS rows_of_view) AS ${view}`,
  );
  const { rows } = await forWorkspace(database, actor.workspaceId, (tx) =>
    tx.query<Record<View, number>>(
      prepared(`SELECT $2::uuid AS whose, ${counts.join(", ")}`, [actor.workspaceId, actor.kind === "agent" ? actor.agentId : null]),
    ),
  );
  const row = rows[0];
  return (Object.keys(conditions) as View[]).map((view) => {
    const count = row?.[view] ?? 0;
    return { view, count: Math.min(count, most), more: count > most };
  });
}
