import { type Actor, fail, ok, type Result } from "@onethread/core";
import type { MessageDetail, TimelineItem } from "@onethread/core/api";
import { type Database, forWorkspace, prepared, type Tx } from "../client/index.ts";
import { type ItemRecord, itemColumns, itemJoins, toTimelineItem } from "./item-row.ts";

const from = `FROM items i JOIN conversations v ON v.workspace_id = i.workspace_id AND v.id = i.conversation_id ${itemJoins}`;

/** One item by its id, for those that have just written it. */
export async function readItem(database: Database, actor: Actor, id: string): Promise<TimelineItem | null> {
  const { rows } = await forWorkspace(database, actor.workspaceId, (tx) =>
    tx.query<ItemRecord>(prepared(`SELECT ${itemColumns} ${from} WHERE i.workspace_id = $1 AND i.id = $2`, [actor.workspaceId, id])),
  );
  return rows[0] ? toTimelineItem(rows[0]) : null;
}

/** Messages by the platform's id, over all channel accounts. */
export async function readMessagesByExternalId(database: Database, actor: Actor, externalId: string): Promise<TimelineItem[]> {
  const { rows } = await forWorkspace(database, actor.workspaceId, (tx) =>
    tx.query<ItemRecord>(
      prepared(
        `SELECT ${itemColumns} ${from} WHERE i.workspace_id = $1 AND i.external_id = $2
         AND i.channel_account_id IN (SELECT id FROM channel_accounts WHERE workspace_id = $1) ORDER BY i.seq LIMIT 100`,
        [actor.workspaceId, externalId],
      ),
    ),
  );
  return rows.map(toTimelineItem);
}

/** A message with every attempt to deliver it and every status it had. */
export async function readMessage(database: Database, actor: Actor, id: string): Promise<Result<MessageDetail>> {
  return forWorkspace(database, actor.workspaceId, async (tx) => {
    const { rows } = await tx.query<ItemRecord>(`SELECT ${itemColumns} ${from} WHERE i.workspace_id = $1 AND i.id = $2 AND i.type = 'message'`, [
      actor.workspaceId,
      id,
    ]);
    const row = rows[0];
    if (!row) return fail("not_found", "There is no such message.");
    return ok({
      ...toTimelineItem(row),
      attempts: await attempts(tx, actor.workspaceId, id),
      statusHistory: await history(tx, actor.workspaceId, id),
      versions: row.editedAt && !row.deletedAt ? await versions(tx, actor.workspaceId, row) : [],
    });
  });
}

async function attempts(tx: Tx, workspaceId: string, id: string): Promise<MessageDetail["attempts"]> {
  const { rows } = await tx.query(
    `SELECT number, state, external_id AS "externalId", started_at AS "startedAt", ended_at AS "endedAt", error FROM delivery_attempts
     WHERE workspace_id = $1 AND item_id = $2 ORDER BY number`,
    [workspaceId, id],
  );
  return rows.map((row) => ({ ...row, startedAt: row.startedAt.toISOString(), endedAt: row.endedAt?.toISOString() ?? null }));
}

/** The first form, then the edits in the platform's order. */
async function versions(tx: Tx, workspaceId: string, row: ItemRecord): Promise<MessageDetail["versions"]> {
  const { rows } = await tx.query<{ text: string | null; at: Date }>(
    `SELECT e.data ->> 'text' AS text, e.occurred_at AS at FROM message_effects e
     WHERE e.workspace_id = $1 AND e.channel_account_id = $2 AND e.target = $3 AND e.kind = 'edit'
     ORDER BY (e.data ->> 'num')::int NULLS FIRST, e.occurred_at, e.key`,
    [workspaceId, row.channelAccountId, row.externalId],
  );
  return [{ text: row.content.text, at: row.occurredAt.toISOString() }, ...rows.map(({ text, at }) => ({ text, at: at.toISOString() }))];
}

/** Statuses of every attempt: effects hang on external ids, and each attempt that went out had one. */
async function history(tx: Tx, workspaceId: string, id: string): Promise<MessageDetail["statusHistory"]> {
  const { rows } = await tx.query(
    `SELECT split_part(e.key, '|', 1) AS status, e.occurred_at AS at, e.received_at AS "receivedAt", nullif(e.data -> 'error', 'null'::jsonb) AS error
     FROM items i JOIN message_effects e ON e.workspace_id = i.workspace_id AND e.channel_account_id = i.channel_account_id AND e.kind = 'status'
       AND e.target IN (SELECT a.external_id FROM delivery_attempts a WHERE a.workspace_id = i.workspace_id AND a.item_id = i.id UNION SELECT i.external_id)
     WHERE i.workspace_id = $1 AND i.id = $2 ORDER BY e.occurred_at, e.received_at`,
    [workspaceId, id],
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString(), receivedAt: row.receivedAt.toISOString() }));
}

/** Where a message stands at its platform. */
export type MessagePlace = {
  externalId: string | null;
  channel: string;
  channelAccountId: string;
  identityId: string;
  conversationId: string;
  deletedAt: Date | null;
};

export async function readMessagePlace(tx: Tx, workspaceId: string, id: string): Promise<MessagePlace | null> {
  const { rows } = await tx.query<MessagePlace>(
    `SELECT external_id AS "externalId", channel, channel_account_id AS "channelAccountId", identity_id AS "identityId", conversation_id AS "conversationId",
       deleted_at AS "deletedAt" FROM items WHERE workspace_id = $1 AND id = $2 AND type = 'message'`,
    [workspaceId, id],
  );
  return rows[0] ?? null;
}

/** The customer's newest message at or before an item (null: of all). */
export async function lastInboundBefore(tx: Tx, workspaceId: string, conversationId: string, itemId: string | null): Promise<string | null> {
  const { rows } = await tx.query<{ id: string }>(
    `SELECT i.id FROM items i WHERE i.workspace_id = $1 AND i.conversation_id = $2 AND i.direction = 'inbound' AND i.external_id IS NOT NULL
       AND ($3::uuid IS NULL OR (i.occurred_at, i.seq) <= (SELECT u.occurred_at, u.seq FROM items u WHERE u.workspace_id = $1 AND u.id = $3))
     ORDER BY i.occurred_at DESC, i.seq DESC LIMIT 1`,
    [workspaceId, conversationId, itemId],
  );
  return rows[0]?.id ?? null;
}
