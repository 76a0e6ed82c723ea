import { createHash, randomBytes, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import type { Demo } from "./demo.ts";
import { addAgent } from "./people.ts";

/** The database of the instance under test, which lies beside its demo file. */
async function connect(): Promise<pg.Client> {
  const run = path.join(path.dirname(process.env.ONETHREAD_DEMO_FILE ?? ""), "run");
  const read = (name: string) => readFileSync(path.join(run, `postgres.${name}`), "utf8").trim();
  const client = new pg.Client({ connectionString: `postgresql://onethread:${read("password")}@127.0.0.1:${read("port")}/onethread` });
  await client.connect();
  return client;
}

/** A workspace that no other journey sees, with an agent to sign in as and so many open conversations, the newest last. */
export async function workspaceWith(demo: Demo, conversations: number): Promise<Demo> {
  const client = await connect();
  const workspaceId = randomUUID();
  const apiKey = `otk_${randomBytes(24).toString("base64url")}`;
  try {
    await client.query("INSERT INTO workspaces (id, name, operator, demo) VALUES ($1, 'Long list', false, false)", [workspaceId]);
    await client.query(
      "INSERT INTO api_keys (workspace_id, id, name, prefix, key_hash, scopes, created_at) VALUES ($1, $2, 'journey', $3, $4, '{read,write,send,admin}', now())",
      [workspaceId, randomUUID(), apiKey.slice(0, 10), createHash("sha256").update(apiKey).digest()],
    );
    const id = (what: string) => `md5('${what}' || $1::text || n)::uuid`;
    await client.query(
      `INSERT INTO customers (workspace_id, id, name) SELECT $1::uuid, ${id("customer")}, 'Shopper ' || n FROM generate_series(1, $2::int) AS n`,
      [workspaceId, conversations],
    );
    // Several share each moment, so that pages end in the middle of one.
    await client.query(
      `INSERT INTO conversations (workspace_id, id, customer_id, customer_name, status, channels, label_ids, last_message_id, last_message, last_activity_at)
       SELECT $1::uuid, ${id("conversation")}, ${id("customer")}, 'Shopper ' || n, 'open', '{messenger}', '{}', ${id("item")},
         '{"type": "message", "kind": "text", "text": "Is it in stock?", "authorType": "customer", "direction": "inbound", "channel": "messenger"}',
         now() - interval '1 day' + (n / 7) * interval '1 second' FROM generate_series(1, $2::int) AS n`,
      [workspaceId, conversations],
    );
    await client.query("ANALYZE conversations");
  } finally {
    await client.end();
  }
  return addAgent({ ...demo, workspaceId, apiKey }, "Patience");
}
