import type pg from "pg";
import type { StoredEvent, StoredItem } from "./evidence.ts";

/** What the database has of these webhooks, and all messages with this traffic's tag in their id or their words, whoever's they are. */
export async function readStored(owner: pg.Pool, digests: readonly string[], tag: string): Promise<{ events: StoredEvent[]; items: StoredItem[] }> {
  const events = await owner.query<StoredEvent>(
    // What a body says of several accounts has a reason for each, at its items.
    `SELECT encode(digest, 'hex') AS digest, count(*)::int AS rows, min(state) AS state,
       min(coalesce(reason, (SELECT min(i.reason) FROM webhook_items i WHERE i.event_id = w.id))) AS reason
     FROM webhook_events w WHERE digest = ANY($1::bytea[]) GROUP BY digest`,
    [digests.map((digest) => Buffer.from(digest, "hex"))],
  );
  const items = await owner.query<StoredItem>(
    `SELECT i.workspace_id AS "workspaceId", i.conversation_id AS "conversationId", v.customer_id AS "customerId", i.channel_account_id AS "accountId",
       i.external_id AS "externalId", i.direction, coalesce(i.edited_text, i.content ->> 'text') AS text, i.deleted_at IS NOT NULL AS deleted,
       i.delivery_status AS status
     FROM items i JOIN conversations v ON v.workspace_id = i.workspace_id AND v.id = i.conversation_id
     WHERE i.type = 'message' AND (i.external_id LIKE $1 OR i.content ->> 'text' LIKE $2)`,
    [`%.${tag}.%`, `% ${tag}.%`],
  );
  return { events: events.rows, items: items.rows };
}
