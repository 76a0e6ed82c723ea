import { type Actor, toTypeId } from "@onethread/core";
import type { Notice } from "@onethread/core/api";
import { type Database, forWorkspace, prepared } from "../client/index.ts";

/** What is older is no news to anybody. Milliseconds. */
const freshFor = 2 * 60_000;
/** A message that comes this late was written at another time: history that is read in, a channel that was cut off. Milliseconds. */
const lateAfter = 60 * 60_000;
/** So many of the latest items of a conversation are looked at. */
const depth = 20;

type Row = {
  event: Notice["event"];
  conversation_id: string;
  customer_name: string | null;
  item_id: string | null;
  item_type: "message" | "note" | "event" | null;
  author_type: string | null;
  author_name: string | null;
  shown: { text?: string; kind?: Notice["kind"] } | null;
  at: Date;
};

/** What happened in these conversations (UUIDs) in the last two minutes that concerns the asking agent. Keys are not concerned. */
export async function readNotices(database: Database, actor: Actor, conversationIds: readonly string[], now: Date): Promise<Notice[]> {
  if (actor.kind !== "agent") return [];
  const { rows } = await forWorkspace(database, actor.workspaceId, (tx) =>
    tx.query<Row>(
      prepared(
        `WITH found AS (
           SELECT v.id AS conversation_id, v.customer_name, v.status, v.assignee_id, i.id AS item_id, i.type AS item_type, i.author_type, i.author_name,
             last_message_of(i) AS shown, CASE WHEN i.delivery_status = 'failed' THEN i.delivery_at ELSE i.received_at END AS at,
             CASE
               WHEN i.type = 'message' AND i.direction = 'inbound' AND i.occurred_at > $6 THEN
                 CASE WHEN v.assignee_id = $3 THEN 'own_message' WHEN follows THEN 'followed' WHEN v.assignee_id IS NULL AND v.status = 'open' THEN 'unassigned_message' END
               WHEN i.type = 'message' AND i.direction = 'outbound' AND i.author_type = 'agent' AND i.author_id = $3 AND i.delivery_status = 'failed' THEN 'send_failed'
               WHEN i.type = 'event' AND i.content ->> 'event' = 'assigned' AND i.content -> 'data' ->> 'toId' = $4 AND v.assignee_id = $3
                 AND i.author_id IS DISTINCT FROM $3 THEN 'assigned'
               WHEN EXISTS (SELECT 1 FROM mentions m WHERE i.type = 'note' AND m.workspace_id = i.workspace_id AND m.item_id = i.id AND m.agent_id = $3) THEN 'mention'
               WHEN follows AND i.author_type IN ('agent', 'bot', 'business') AND i.author_id IS DISTINCT FROM $3 AND i.deleted_at IS NULL
                 AND (i.type = 'note' OR i.type = 'message' AND i.direction = 'outbound' OR i.type = 'event' AND i.content ->> 'event' = 'status_changed') THEN 'followed'
             END AS event
           FROM conversations v CROSS JOIN LATERAL (SELECT EXISTS (
             SELECT 1 FROM followers w WHERE w.workspace_id = v.workspace_id AND w.conversation_id = v.id AND w.agent_id = $3) AS follows) AS w CROSS JOIN LATERAL (
             SELECT * FROM items i WHERE i.workspace_id = v.workspace_id AND i.conversation_id = v.id ORDER BY i.occurred_at DESC, i.seq DESC LIMIT ${depth}) AS i
           WHERE v.workspace_id = $1 AND v.id = ANY($2::uuid[])
         )
         SELECT event, conversation_id, customer_name, item_id, item_type, author_type, author_name, shown, at FROM found WHERE event IS NOT NULL AND at > $5
         UNION ALL
         SELECT 'reminder', v.id, v.customer_name, NULL, NULL, NULL, NULL, NULL, v.woken_at FROM conversations v
         WHERE v.workspace_id = $1 AND v.id = ANY($2::uuid[]) AND v.woken_at > $5 AND v.status = 'open' AND (v.assignee_id = $3 OR v.assignee_id IS NULL AND $3 = (
           SELECT i.author_id FROM items i WHERE i.workspace_id = v.workspace_id AND i.conversation_id = v.id AND i.type = 'event'
             AND i.content ->> 'event' = 'status_changed' ORDER BY i.occurred_at DESC, i.seq DESC LIMIT 1))
         ORDER BY at`,
        [
          actor.workspaceId,
          conversationIds,
          actor.agentId,
          toTypeId("agent", actor.agentId),
          new Date(now.getTime() - freshFor),
          new Date(now.getTime() - lateAfter),
        ],
      ),
    ),
  );
  return rows.map(toNotice);
}

function toNotice(row: Row): Notice {
  const conversationId = toTypeId("conversation", row.conversation_id);
  const item = row.item_id && row.item_type ? toTypeId(row.item_type, row.item_id) : null;
  // A message or note is one occurrence, whoever has the conversation by now; it can fail, and a conversation wake, again and again.
  const again = row.event === "send_failed" || row.event === "reminder" ? `-${row.event}-${row.at.getTime()}` : "";
  const says = row.item_type === "message" || row.item_type === "note";
  return {
    id: (item ?? conversationId) + again,
    event: row.event,
    conversationId,
    customerName: row.customer_name,
    by: row.author_type === "customer" || row.event === "send_failed" ? null : row.author_name,
    preview: (says && row.shown?.text) || null,
    kind: (says && row.shown?.kind) || null,
    at: row.at.toISOString(),
  };
}
