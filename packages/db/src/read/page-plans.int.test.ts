import { type Actor, parseSearch } from "@onethread/core";
import { addAgent, createWorld, type World } from "@onethread/testing";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { forIngest, forWorkspace } from "../client/index.ts";
import { claimWebhookEvents } from "../write/index.ts";
import { readConversationFiles } from "./conversation-files.ts";
import { readConversations } from "./conversations.ts";
import { readNotices } from "./notices.ts";
import { readBlocks, readCustomerHits, readSaid, readTail, resolveFilters, searchPeople } from "./search/index.ts";
import { readTimeline } from "./timeline.ts";

/**
 * Whoever takes an index away, or writes a condition no index serves, finds out here and not when there are ten million
 * rows: what is asked a thousand times an hour never walks through a table, and never sorts more than it shows.
 */
const big = [
  "search_blocks",
  "search_words",
  "items",
  "conversations",
  "customers",
  "identities",
  "message_effects",
  "attachments",
  "mentions",
  "followers",
  "webhook_events",
];
const conversations = 2000;
let world: World;
let conversationId: string;
let watcher: Actor;

beforeAll(async () => {
  world = await createWorld();
  await fill(world);
  watcher = await fillTeam(world);
}, 60_000);
afterAll(() => world.close());

describe("what is read all the time", () => {
  it.each(["newest", "oldest", "waiting", "priority"] as const)("a page of the inbox, %s first", async (sort) => {
    const actor = { kind: "system", workspaceId: world.workspaceId } as const;
    const plans = await plansOf(() => readConversations(world.database, actor, { view: "all", sort, limit: 50 }));
    expect(plans).toHaveLength(1);
    expect(plans.flatMap(scans)).toEqual([]);
    expect(plans.flatMap(sorts)).toEqual([]);
  });

  it.each(["mine", "unassigned"] as const)("a page of %s", async (view) => {
    const actor = { kind: "system", workspaceId: world.workspaceId } as const;
    const plans = await plansOf(() => readConversations(world.database, actor, { view, sort: "newest", limit: 50 }));
    expect(plans.flatMap(scans)).toEqual([]);
  });

  it.each(["mentions", "watching"] as const)("a page of %s, of one agent among many, and how much is in it", async (view) => {
    const plans = await plansOf(async () => {
      const page = await readConversations(world.database, watcher, { view, sort: "newest", limit: 50 });
      expect(page.ok && page.value.data).toHaveLength(10);
    });
    expect(plans.flatMap(scans)).toEqual([]);
  });

  it("what has just happened, for who follows and who is mentioned", async () => {
    const plans = await plansOf(() => readNotices(world.database, watcher, [conversationId], new Date()));
    expect(plans.flatMap(scans)).toEqual([]);
  });

  it("a page of a timeline, the newest and one before it", async () => {
    const actor = { kind: "system", workspaceId: world.workspaceId } as const;
    let before: string | undefined;
    for (let page = 0; page < 2; page++) {
      const plans = await plansOf(async () => {
        const read = await readTimeline(world.database, actor, { conversationId, limit: 4, before });
        before = read.ok ? (read.value.page.prev ?? undefined) : undefined;
      });
      expect(before).toBeDefined();
      expect(plans).toHaveLength(1);
      expect(plans.flatMap(scans)).toEqual([]);
    }
  });

  it("the files of a conversation, and the page behind them", async () => {
    const actor = { kind: "system", workspaceId: world.workspaceId } as const;
    let cursor: string | undefined;
    for (let page = 0; page < 2; page++) {
      const plans = await plansOf(async () => {
        const read = await readConversationFiles(world.database, actor, { conversationId, limit: 4, cursor });
        cursor = read.ok ? (read.value.page.next ?? undefined) : undefined;
      });
      expect(cursor).toBeDefined();
      expect(plans).toHaveLength(1);
      expect(plans.flatMap(scans)).toEqual([]);
      expect(plans.flatMap(nodes).flatMap((node) => node["Index Name"] ?? [])).toContain("items_with_files");
    }
  });

  it.each([
    { kinds: "message" },
    { channels: "messenger" },
    { case: "latest" },
    { case: crypto.randomUUID() },
    { pinned: "true" },
    { kinds: "note,event", channels: "whatsapp,messenger", case: "latest" },
  ] as const)("a filtered page of a timeline, and one at a day: %o", async (filter) => {
    const actor = { kind: "system", workspaceId: world.workspaceId } as const;
    for (const where of [{}, { at: "2026-01-02T00:00:00Z" }]) {
      const plans = await plansOf(() => readTimeline(world.database, actor, { conversationId, limit: 4, ...where, ...filter }));
      expect(plans.flatMap(scans)).toEqual([]);
      if ("pinned" in filter) expect(nodes(plans[0] as Plan).map((node) => node["Index Name"])).toContain("items_pinned");
    }
  });

  it("a search, in blocks and behind them", async () => {
    const actor = { kind: "system", workspaceId: world.workspaceId } as const;
    const plans = await plansOf(() =>
      forWorkspace(world.database, world.workspaceId, async (tx) => {
        const filters = await resolveFilters(tx, actor, parseSearch("coat parcel after:2026-01-01"), () => Promise.resolve([]));
        const blocks = await readBlocks(tx, world.workspaceId, "9000", [["coat"], ["parcel", "parcels"]], filters, 8);
        const tail = await readTail(tx, world.workspaceId, "0", "9000");
        await readSaid(tx, world.workspaceId, [...blocks, ...(tail ? [tail] : [])], "9000", filters, true);
        await readCustomerHits(tx, world.workspaceId, await searchPeople(tx, "shopper 77", false, 10), filters, [["shopper"]]);
      }),
    );
    expect(plans.length).toBeGreaterThan(3);
    expect(plans.flatMap(scans)).toEqual([]);
  });

  it("finds people by what their names and numbers have in them", async () => {
    const key = (text: string) => `search_keys('${world.workspaceId}', '${text}', true)`;
    for (const sql of [
      `SELECT id FROM customers WHERE workspace_id = $1 AND name IS NOT NULL AND search_keys(workspace_id, search_fold(name), false) @> ${key("opper 77")}`,
      `SELECT id FROM identities WHERE workspace_id = $1 AND kind IN ('wa_phone', 'phone') AND search_keys(workspace_id, search_address(kind, value, username), false) @> ${key("15123")}`,
    ]) {
      const plan = await explain(sql, [world.workspaceId], null);
      expect(nodes(plan).flatMap((node) => node["Index Name"] ?? [])).toContainEqual(expect.stringMatching(/_search$/));
    }
  });

  it("the webhooks that wait, among many that are worked off", async () => {
    const plans = await plansOf(() => forIngest(world.database, (tx) => claimWebhookEvents(tx, 200, new Date())));
    expect(plans).toHaveLength(1);
    expect(plans.flatMap(scans)).toEqual([]);
  });

  it("says so when there is a walk through a table", async () => {
    const plan = await explain("SELECT id FROM items WHERE workspace_id = $1 AND content ->> 'text' = 'x'", [world.workspaceId]);
    expect(scans(plan)).toEqual(["items"]);
  });
});

/** The plan of every statement that `work` sends which reads one of the big tables. */
async function plansOf(work: () => Promise<unknown>): Promise<Plan[]> {
  const sent: { text: string; values: unknown[] }[] = [];
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const first = given[0];
    const config = typeof first === "string" ? { text: first, values: given[1] } : (first as { text: string; values?: unknown[] });
    sent.push({ text: config.text, values: Array.isArray(config.values) ? config.values : [] });
    return (query as (...all: unknown[]) => unknown).apply(this, given);
  } as typeof query;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = query;
  }
  const reads = sent.filter(({ text }) => big.some((table) => text.includes(table)));
  return Promise.all(reads.map(({ text, values }) => explain(text, values)));
}

type Plan = { "Node Type": string; "Relation Name"?: string; "Index Name"?: string; "Plan Rows": number; Plans?: Plan[] };

async function explain(text: string, values: unknown[], role: string | null = "onethread_app"): Promise<Plan> {
  const client = new pg.Client({ connectionString: world.url });
  await client.connect();
  try {
    // As the product asks: under the role that sees one workspace, without compiling.
    await client.query("SET jit = off");
    await client.query("SELECT set_config('app.workspace_id', $1, false)", [world.workspaceId]);
    if (role && !text.includes("webhook_events")) await client.query(`SET ROLE ${role}`);
    const { rows } = await client.query(`EXPLAIN (FORMAT JSON) ${text}`, values);
    return rows[0]["QUERY PLAN"][0].Plan;
  } finally {
    await client.end();
  }
}

const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];
/** The big tables that a plan walks through. A node under a filter that is false for nearly every row counts as well. */
const scans = (plan: Plan): string[] =>
  nodes(plan).flatMap((node) => (node["Node Type"] === "Seq Scan" && big.includes(node["Relation Name"] ?? "") ? [node["Relation Name"] ?? ""] : []));
const sorts = (plan: Plan): number[] =>
  nodes(plan).flatMap((node) => (node["Node Type"] === "Sort" && node["Plan Rows"] > 51 ? [node["Plan Rows"]] : []));

/** Two thousand conversations of ten messages, and twenty thousand webhooks of which ten wait. */
/** Somebody who is mentioned in everything and follows it, and one of the others, whom ten of each concern. */
async function fillTeam(world: World): Promise<Actor> {
  const [busy, other] = [await addAgent(world, { name: "Busy", role: "agent" }), await addAgent(world, { name: "Other", role: "agent" })];
  const client = new pg.Client({ connectionString: world.url });
  await client.connect();
  for (const [agent, most] of [
    [busy, null],
    [other, 10],
  ] as const) {
    await client.query(
      `INSERT INTO mentions (workspace_id, item_id, agent_id, conversation_id, at)
       SELECT workspace_id, last_message_id, $1, id, now() FROM conversations ORDER BY last_activity_at DESC, id LIMIT $2`,
      [agent.agentId, most],
    );
    await client.query(
      `INSERT INTO followers (workspace_id, conversation_id, agent_id, since)
       SELECT workspace_id, id, $1, now() FROM conversations WHERE status = 'open' ORDER BY last_activity_at DESC, id LIMIT $2`,
      [agent.agentId, most],
    );
  }
  await client.query("VACUUM ANALYZE mentions, followers, agents");
  await client.end();
  return other;
}

async function fill({ url, workspaceId, addAccount }: World): Promise<void> {
  const account = await addAccount({ channel: "messenger", externalId: "330001" });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const id = (what: string, n: string) => `md5('${what}' || ${n})::uuid`;
  const every = (columns: string, from = `generate_series(1, ${conversations}) AS n`) => `SELECT ${columns} FROM ${from}`;
  const ws = `'${workspaceId}'::uuid`;
  const run = (sql: string) => client.query(sql);
  await run(`INSERT INTO customers (workspace_id, id, name) ${every(`${ws}, ${id("customer", "n")}, 'Shopper ' || n`)}`);
  await run(`INSERT INTO conversations (workspace_id, id, customer_id, status, waiting_on, waiting_since, last_activity_at, label_ids, channels)
    ${every(`${ws}, ${id("conversation", "n")}, ${id("customer", "n")}, CASE WHEN n % 2 = 0 THEN 'open' ELSE 'done' END, 'us', now() - n * interval '1 minute', now() - n * interval '1 minute', '{}', '{messenger}'`)}`);
  await run(`INSERT INTO identities (workspace_id, id, kind, scope, value, strength, customer_id, person_id)
    ${every(`${ws}, ${id("identity", "n")}, 'psid', '330001', n::text, 'proven', ${id("customer", "n")}, ${id("identity", "n")}`)}`);
  await run(`INSERT INTO identities (workspace_id, id, kind, scope, value, strength, customer_id, person_id)
    ${every(`${ws}, ${id("phone", "n")}, 'wa_phone', '', (4915100000000 + n * 7919)::text, 'proven', ${id("customer", "n")}, ${id("phone", "n")}`)}`);
  await run(`INSERT INTO items (workspace_id, id, conversation_id, home_conversation_id, type, direction, channel, channel_account_id, identity_id, external_id, author_type, occurred_at, received_at, content, sources)
    ${every(
      `${ws}, ${id("item", "n || '.' || m")}, ${id("conversation", "n")}, ${id("conversation", "n")}, 'message', 'inbound', 'messenger', '${account.id}'::uuid, ${id("identity", "n")}, n || '.' || m, 'customer', now() - m * interval '1 hour', now(), '{"kind":"text","text":"Hello"}', '{live}'`,
      `generate_series(1, ${conversations}) AS n, generate_series(1, 10) AS m`,
    )}`);
  await run(`INSERT INTO message_effects (workspace_id, channel_account_id, target, kind, key, occurred_at, received_at, data)
    SELECT workspace_id, channel_account_id, external_id, 'reaction', 'customer', now(), now(), '{"by":"customer","emoji":"+"}' FROM items`);
  await run(
    `INSERT INTO attachments (workspace_id, id, item_id, position, kind, state) SELECT workspace_id, id, id, 0, 'image', 'pending' FROM items`,
  );
  await run(`UPDATE conversations v SET last_message_id = (SELECT i.id FROM items i WHERE i.workspace_id = v.workspace_id AND i.conversation_id = v.id ORDER BY i.occurred_at DESC LIMIT 1),
    last_message = '{"type":"message","kind":"text","text":"Hello","authorType":"customer"}'`);
  await run(`INSERT INTO webhook_events (id, lane, digest, body, state)
    SELECT ${id("event", "n")}, '330001', sha256(n::text::bytea), '{}', CASE WHEN n % 2000 = 0 THEN 'pending' ELSE 'processed' END FROM generate_series(1, 20000) AS n`);
  await run(
    `INSERT INTO search_blocks (workspace_id, first_seq, last_seq, newest_at, oldest_at) SELECT ${ws}, n * 64 + 1, n * 64 + 64, now(), now() FROM generate_series(0, 300) AS n`,
  );
  await run("VACUUM ANALYZE");
  conversationId = (await client.query(`SELECT ${id("conversation", "7")} AS id`)).rows[0].id;
  await client.end();
}
