import type { TimelineItem } from "@onethread/core/api";
import type { Tx } from "../client/index.ts";
import type { Place } from "./cursor.ts";
import { encodeCursor } from "./cursor.ts";
import { type ItemRecord, itemColumns, itemJoins, toTimelineItem } from "./item-row.ts";

/** Whose messages: a visitor at a widget, and whom the business signed them to be. */
export type VisitorKeys = { workspaceId: string; channelAccountId: string; key: string; visitor: string; externalId: string | null };

/** The visitor's place in the house: their thread, and every browser that is theirs. */
export type VisitorPlace = { customerId: string; conversationId: string; identityIds: string[]; written: boolean };

/**
 * Where visitors are known; those who never wrote are not among the answers. `written`: this very browser has. A visitor who
 * is signed to be somebody known has that one's place, also in a browser that nobody knows yet.
 */
export async function readVisitorPlaces(tx: Tx, asked: readonly VisitorKeys[]): Promise<(VisitorPlace & { visitor: string; key: string })[]> {
  if (asked.length === 0) return [];
  const { rows } = await tx.query<VisitorPlace & { visitor: string; key: string }>({
    name: "read-visitor-places",
    text: `SELECT q.visitor, q.key, me.customer_id AS "customerId", v.id AS "conversationId", me.kind = 'visitor' AS written,
        ARRAY(SELECT o.id FROM identities o WHERE o.workspace_id = q.workspace_id AND o.customer_id = me.customer_id AND o.person_id = me.person_id
          AND o.kind = 'visitor' AND o.scope = q.key) AS "identityIds"
      FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) AS q(workspace_id, key, visitor, external_id)
      CROSS JOIN LATERAL (
        SELECT n.kind, n.customer_id, n.person_id FROM identities n WHERE n.workspace_id = q.workspace_id AND n.scope = q.key AND n.strength = 'proven'
          AND ((n.kind = 'visitor' AND n.value = q.visitor) OR (n.kind = 'external_id' AND n.value = q.external_id))
        ORDER BY n.kind DESC LIMIT 1) me
      JOIN conversations v ON v.workspace_id = q.workspace_id AND v.customer_id = me.customer_id`,
    values: [asked.map((one) => one.workspaceId), asked.map((one) => one.key), asked.map((one) => one.visitor), asked.map((one) => one.externalId)],
  });
  return rows;
}

export type VisitorPage = { data: TimelineItem[]; prev: string | null; next: string | null };

const mine = `SELECT i.* FROM items i WHERE i.workspace_id = $1 AND i.conversation_id = v.id AND i.type = 'message' AND i.channel_account_id = $3 AND i.identity_id = ANY($4::uuid[])`;

/** What went through a visitor's browsers at one widget, in ascending order: the newest, or what stands before or after a place. */
export async function readVisitorMessages(
  tx: Tx,
  { workspaceId, channelAccountId }: Pick<VisitorKeys, "workspaceId" | "channelAccountId">,
  { conversationId, identityIds }: VisitorPlace,
  { limit, before, after }: { limit: number; before?: Place | undefined; after?: Place | undefined },
): Promise<VisitorPage> {
  const from = before ?? after;
  const forward = after !== undefined;
  const beyond = from ? `AND (i.occurred_at, i.seq) ${forward ? ">" : "<"} ($6::timestamptz, $7::bigint)` : "";
  const order = forward ? "ASC" : "DESC";
  const { rows } = await tx.query<ItemRecord>(
    `SELECT ${itemColumns} FROM conversations v CROSS JOIN LATERAL (${mine} ${beyond} ORDER BY i.occurred_at ${order}, i.seq ${order} LIMIT $5) i ${itemJoins}
     WHERE v.workspace_id = $1 AND v.id = $2 ORDER BY i.occurred_at ${order}, i.seq ${order}`,
    [workspaceId, conversationId, channelAccountId, identityIds, limit + 1, ...(from ? [from.at, from.id] : [])],
  );
  const more = rows.length > limit;
  const page = rows.slice(0, limit);
  if (!forward) page.reverse();
  const at = (row: ItemRecord | undefined) => (row ? encodeCursor({ at: row.occurredAt.toISOString(), id: row.seq }) : null);
  return { data: page.map(toTimelineItem), prev: forward || more ? at(page[0]) : null, next: at(page.at(-1)) };
}

/**
 * Whether a visitor may be asked how it was: the conversation is done, somebody answered them here, and they have not said it
 * since they wrote last. Of a long thread its last 200 items are looked at.
 */
export async function readSurveyDue(
  tx: Tx,
  { workspaceId, channelAccountId }: Pick<VisitorKeys, "workspaceId" | "channelAccountId">,
  { conversationId, identityIds }: VisitorPlace,
): Promise<boolean> {
  const { rows } = await tx.query<{ due: boolean }>(
    `SELECT v.status = 'done' AND coalesce(bool_or(i.direction = 'outbound'), false)
        AND NOT coalesce(max(i.occurred_at) FILTER (WHERE i.feedback) > max(i.occurred_at) FILTER (WHERE i.direction = 'inbound'), false) AS due
      FROM conversations v LEFT JOIN LATERAL (
        SELECT * FROM (
          SELECT n.type, n.direction, n.channel_account_id, n.identity_id, n.occurred_at, n.type = 'event' AND n.content ->> 'event' = 'feedback' AS feedback
          FROM items n WHERE n.workspace_id = v.workspace_id AND n.conversation_id = v.id ORDER BY n.occurred_at DESC, n.seq DESC LIMIT 200) last
        WHERE (last.type = 'message' OR last.feedback) AND last.channel_account_id = $3 AND last.identity_id = ANY($4::uuid[])) i ON true
      WHERE v.workspace_id = $1 AND v.id = $2 GROUP BY v.id, v.status`,
    [workspaceId, conversationId, channelAccountId, identityIds],
  );
  return rows[0]?.due ?? false;
}

/** Whether the conversation of a visitor is done, and there was one. */
export async function readEnded(tx: Tx, workspaceId: string, conversationId: string): Promise<boolean> {
  const { rows } = await tx.query<{ ended: boolean }>(
    `SELECT v.status = 'done' AND EXISTS (SELECT 1 FROM cases c WHERE c.workspace_id = v.workspace_id AND c.conversation_id = v.id) AS ended
     FROM conversations v WHERE v.workspace_id = $1 AND v.id = $2`,
    [workspaceId, conversationId],
  );
  return rows[0]?.ended ?? false;
}

/** Whether somebody waits in a conversation for an answer of ours. */
export async function readWaitsForUs(tx: Tx, workspaceId: string, conversationId: string): Promise<boolean> {
  const { rows } = await tx.query<{ waits: boolean }>(
    "SELECT coalesce(waiting_on = 'us', false) AND status <> 'done' AS waits FROM conversations WHERE workspace_id = $1 AND id = $2",
    [workspaceId, conversationId],
  );
  return rows[0]?.waits ?? false;
}

/** External ids of what the business sent to a visitor up to a message (UUID) and that was not read yet, the latest 100. */
export async function readUnreadByVisitor(
  tx: Tx,
  { workspaceId, channelAccountId }: Pick<VisitorKeys, "workspaceId" | "channelAccountId">,
  { conversationId, identityIds }: VisitorPlace,
  upToId: string,
): Promise<string[]> {
  const { rows } = await tx.query<{ externalId: string }>(
    `SELECT i.external_id AS "externalId" FROM items u JOIN items i ON i.workspace_id = u.workspace_id AND i.conversation_id = u.conversation_id
       AND (i.occurred_at, i.seq) <= (u.occurred_at, u.seq)
     WHERE u.workspace_id = $1 AND u.id = $5 AND u.conversation_id = $2 AND u.channel_account_id = $3 AND u.identity_id = ANY($4::uuid[])
       AND i.type = 'message' AND i.direction = 'outbound' AND i.channel_account_id = $3 AND i.identity_id = ANY($4::uuid[])
       AND i.delivery_status IN ('sent', 'delivered') AND i.external_id IS NOT NULL
     ORDER BY i.occurred_at DESC, i.seq DESC LIMIT 100`,
    [workspaceId, conversationId, channelAccountId, identityIds, upToId],
  );
  return rows.map((row) => row.externalId);
}

/** One of a visitor's messages, by its UUID. */
export async function readVisitorMessage(
  tx: Tx,
  { workspaceId, channelAccountId }: Pick<VisitorKeys, "workspaceId" | "channelAccountId">,
  { conversationId, identityIds }: VisitorPlace,
  id: string,
): Promise<TimelineItem | null> {
  const { rows } = await tx.query<ItemRecord>(
    `SELECT ${itemColumns} FROM conversations v CROSS JOIN LATERAL (${mine} AND i.id = $5) i ${itemJoins} WHERE v.workspace_id = $1 AND v.id = $2`,
    [workspaceId, conversationId, channelAccountId, identityIds, id],
  );
  return rows[0] ? toTimelineItem(rows[0]) : null;
}
