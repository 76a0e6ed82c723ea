import type pg from "pg";
import { page } from "./bench-instance.ts";
import { personId } from "./load.ts";

/**
 * Fills a workspace up to `messages`, by sets: a hundred messages a customer (fewer where that made less than a thousand
 * customers), but the first customer has a tenth of all, and a third of the conversations have been quiet for a year. Same
 * figures for the same size, whatever the machine.
 */
export async function grow(client: pg.Client, workspaceId: string, messages: number): Promise<void> {
  const customers = Math.max(1000, Math.floor(messages / 100));
  const { rows } = await client.query<{ id: string }>("SELECT id FROM channel_accounts WHERE external_id = $1", [page]);
  const account = rows[0]?.id;
  const id = (what: string, n: string) => `md5('${what}' || ${n})::uuid`;
  await client.query("BEGIN");
  // Foreign keys hold by construction; checking ten million of them one by one would be most of the time.
  await client.query("SET LOCAL session_replication_role = replica");
  await client.query(
    `INSERT INTO customers (workspace_id, id, name, created_at, last_seen_at)
     SELECT $1, ${id("customer", "n")}, 'Shopper ' || n, now() - interval '2 years', now() - interval '1 hour' FROM generate_series(0, $2::int - 1) AS n`,
    [workspaceId, customers],
  );
  await client.query(
    `INSERT INTO identities (workspace_id, id, kind, scope, value, strength, customer_id, person_id, channel_account_id, display_name, display_name_at, profile_checked_at)
     SELECT $1, ${id("identity", "n")}, 'psid', $3, ($4::bigint + n)::text, 'proven', ${id("customer", "n")}, ${id("identity", "n")}, $5, 'Shopper ' || n, now() - interval '2 years', now()
     FROM generate_series(0, $2::int - 1) AS n`,
    [workspaceId, customers, page, personId(0), account],
  );
  await client.query(
    `INSERT INTO items (workspace_id, id, conversation_id, home_conversation_id, case_id, type, direction, channel, channel_account_id, identity_id, external_id,
       author_type, occurred_at, received_at, content, sources, waits)
     SELECT $1, ${id("item", "m")}, ${id("conversation", "c")}, ${id("conversation", "c")}, ${id("case", "c")}, 'message', 'inbound', 'messenger', $3, ${id("identity", "c")}, 'grown_' || m,
       'customer', t, t, jsonb_build_object('kind', 'text', 'text', 'Is the alpaca coat back in stock? I would like it in camel, size S. ' || m), '{live}', 1
     FROM (SELECT m, CASE WHEN m % 10 = 0 THEN 0 ELSE (m::bigint * 7919 + m / 10) % $4 END AS c,
         now() - CASE WHEN (m::bigint * 7919 + m / 10) % $4 % 3 = 1 AND m % 10 > 0 THEN interval '1 year' ELSE interval '0' END - ($2 - m) * interval '3 seconds' - interval '1 hour' AS t
       FROM generate_series(1, $2::int) AS m) AS made ORDER BY m`,
    [workspaceId, messages, account, customers],
  );
  await client.query(
    `INSERT INTO conversations (workspace_id, id, customer_id, status, case_id, channels, unread, waiting_on, waiting_since, last_message_id, last_message, customer_name, last_activity_at, label_ids)
     SELECT $1, ${id("conversation", "n")}, ${id("customer", "n")}, 'open', ${id("case", "n")}, '{messenger}', 1, 'us', l.occurred_at, l.id, last_message_of(l), 'Shopper ' || n, l.occurred_at, '{}'
     FROM generate_series(0, $2::int - 1) AS n CROSS JOIN LATERAL (
       SELECT i.* FROM items i WHERE i.workspace_id = $1 AND i.conversation_id = ${id("conversation", "n")} ORDER BY i.occurred_at DESC, i.seq DESC LIMIT 1) AS l`,
    [workspaceId, customers],
  );
  await client.query(
    `INSERT INTO cases (workspace_id, id, conversation_id, opened_at, label_ids)
     SELECT $1, ${id("case", "n")}, ${id("conversation", "n")}, now() - interval '2 years', '{}' FROM generate_series(0, $2::int - 1) AS n`,
    [workspaceId, customers],
  );
  await client.query(
    `INSERT INTO doors (workspace_id, channel_account_id, address, last_inbound_at)
     SELECT $1, $3, 'psid|' || $5 || '|' || ($4::bigint + n), now() - interval '1 hour' FROM generate_series(0, $2::int - 1) AS n`,
    [workspaceId, customers, account, personId(0), page],
  );
  await client.query("COMMIT");
  await client.query("VACUUM ANALYZE");
}

/** The conversation of the nth customer, as `grow` made it. */
export async function grownConversation(client: pg.Client, n: number): Promise<string> {
  const { rows } = await client.query<{ id: string }>("SELECT md5('conversation' || $1::text)::uuid AS id", [n]);
  return rows[0]?.id ?? "";
}
