import { toTypeId } from "@onethread/core";
import { readTimeline } from "@onethread/db/read";
import { drainWebhooks, webhookReceiver } from "@onethread/operations";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createWorld, testAppSecret, type World } from "../../world.ts";
import { chance } from "../chance.ts";
import type { Evidence } from "../evidence.ts";
import { shownItem } from "../shown-item.ts";
import { readStored } from "../stored.ts";
import { expectFrom } from "../traffic/expect.ts";
import type { TrafficAccount } from "../traffic/fact.ts";
import { generateTraffic, type Traffic } from "../traffic/generate.ts";
import { check } from "./check.ts";

/** The same on a real database: what the harness reads there must show what is wrong there. */
let world: World;
let owner: pg.Pool;
let traffic: Traffic;
const accounts: TrafficAccount[] = [];

beforeAll(async () => {
  world = await createWorld();
  owner = new pg.Pool({ connectionString: world.url, max: 1 });
  for (const workspaceId of [world.workspaceId, await world.addWorkspace("South")]) {
    for (const channel of ["whatsapp", "messenger", "instagram"] as const) {
      const externalId = String(20_000_000_000 + accounts.length);
      const { id } = await world.addAccount({
        channel,
        externalId,
        workspaceId,
        settings: channel === "whatsapp" ? { wabaId: `5${externalId}` } : {},
      });
      accounts.push({ workspaceId, canary: `canary-${workspaceId.slice(-6)}`, channel, id, externalId, wabaId: `5${externalId}` });
    }
  }
  traffic = generateTraffic(chance("real"), { accounts, secret: testAppSecret, count: 150, people: 3, firstPerson: 0, tag: "real", now: Date.now() });
  const receive = webhookReceiver(world.context);
  for (const { bytes, signature } of chance("order").shuffle(traffic.bodies))
    expect(await receive({ body: bytes, signature })).toMatchObject({ ok: true });
  await drainWebhooks(world.context);
});
afterAll(async () => {
  await owner.end();
  await world.close();
});

async function evidence(): Promise<Evidence> {
  const digests = traffic.bodies.map((body) => body.digest);
  const { events, items } = await readStored(owner, digests, traffic.tag);
  const homes = new Map(items.map((item) => [item.conversationId, item.workspaceId]));
  const conversations = await Promise.all(
    [...homes].map(async ([id, workspaceId]) => {
      const { rows } = await owner.query<{ unread: number }>("SELECT unread FROM conversations WHERE id = $1", [id]);
      const page = await readTimeline(world.database, { kind: "system", workspaceId }, { conversationId: id, limit: 100 });
      if (!page.ok) throw new Error(`no timeline of ${toTypeId("conversation", id)}`);
      return { workspaceId, id, unread: rows[0]?.unread ?? 0, items: page.value.data.map(shownItem) };
    }),
  );
  return {
    acknowledged: digests,
    poison: new Set(),
    events,
    expected: expectFrom(traffic.facts),
    items,
    conversations,
    replies: [],
    waiting: [],
    canaries: new Map(accounts.map(({ workspaceId, canary }) => [workspaceId, canary])),
    answers: [],
    logs: [],
    screens: [],
  };
}

/** Does harm, looks, and takes it back. */
async function planting(harm: string[], undo: string[]): Promise<string[]> {
  const run = async (statements: string[]) => {
    for (const statement of ["SET session_replication_role = replica", ...statements]) await owner.query(statement);
  };
  await run(harm);
  try {
    return check(await evidence()).violations.map((violation) => violation.split(" ")[0] ?? "");
  } finally {
    await run(undo);
  }
}

it("finds nothing wrong with what came in", async () => expect(check(await evidence())).toEqual({ lost: 0, doubled: 0, violations: [] }));

it("sees a lost message, a doubled one, two swapped and one of another business", async () => {
  const text = "type = 'message' AND direction = 'inbound' AND content ->> 'text' IS NOT NULL AND edited_text IS NULL";
  await owner.query(`CREATE TABLE kept AS SELECT * FROM items WHERE ${text} ORDER BY seq LIMIT 1`);
  await owner.query("CREATE TABLE all_items AS SELECT * FROM items");
  const restore = ["DELETE FROM items", "INSERT INTO items SELECT * FROM all_items"];
  expect(await planting(["DELETE FROM items WHERE id IN (SELECT id FROM kept)"], restore)).toContain("I1");
  const copy = "UPDATE kept SET id = gen_random_uuid(), external_id = 'another', seq = seq + 100000";
  expect(await planting([copy, "INSERT INTO items SELECT * FROM kept"], restore)).toContain("I2");
  const two = `SELECT conversation_id, (array_agg(id ORDER BY occurred_at))[1:2] AS ids, (array_agg(occurred_at ORDER BY occurred_at))[1:2] AS times
    FROM items WHERE ${text} GROUP BY 1 HAVING count(*) > 1 LIMIT 1`;
  const swap = `WITH two AS (${two}) UPDATE items SET occurred_at = CASE WHEN id = ids[1] THEN times[2] ELSE times[1] END FROM two WHERE id = ANY(ids)`;
  expect(await planting([swap], restore)).toContain("I3");
  const foreign = `UPDATE items SET content = jsonb_set(content, '{text}', to_jsonb('${accounts[0]?.canary} real.1.'::text))
    WHERE id = (SELECT id FROM items WHERE ${text} AND workspace_id = '${accounts[5]?.workspaceId}' LIMIT 1)`;
  expect(await planting([foreign], restore)).toContain("I11");
  expect(await planting([`DELETE FROM webhook_events WHERE id = (SELECT id FROM webhook_events LIMIT 1)`], restore)).toContain("I1");
});
