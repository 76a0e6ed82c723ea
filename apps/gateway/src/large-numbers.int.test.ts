import { drainWebhooks, listenForSilence } from "@onethread/operations";
import { createWorld, type World } from "@onethread/testing";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestGateway, type TestGateway } from "./test-gateway.ts";

/** R13: our own running numbers beyond 32 bits, and beyond what a JavaScript number holds exactly. */
let world: World;
let gateway: TestGateway;
let key: string;
let accountId: string;
const phone = "307715529984416";
const wabaId = "218840017365922";

beforeAll(async () => {
  world = await createWorld();
  gateway = await startTestGateway(world);
  key = await gateway.key(world.workspaceId);
  accountId = (await world.addAccount({ channel: "whatsapp", externalId: phone, settings: { wabaId } })).typeId;
});
afterAll(async () => {
  await gateway.close();
  await world.close();
});

/** All of them: whatever sequence is added is met here, too. */
async function setSequences(to: bigint): Promise<void> {
  const owner = new pg.Client({ connectionString: world.url });
  await owner.connect();
  const { rows } = await owner.query<{ name: string }>(
    "SELECT oid::regclass::text AS name FROM pg_class WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace",
  );
  expect(rows.map(({ name }) => name)).toContain("items_seq_seq");
  for (const { name } of rows) await owner.query("SELECT setval($1::regclass, $2::bigint)", [name, String(to)]);
  await owner.end();
}

const change = (field: string, value: object) => ({
  object: "whatsapp_business_account",
  entry: [{ id: wabaId, time: 1793697220, changes: [{ field, value }] }],
});
/** All in one second: only the running number tells their order. */
const message = (n: number) => {
  const of = { from: "447700900123", id: `wamid.${n}`, timestamp: String(second), type: "text", text: { body: String(n) } };
  return change("messages", { messaging_product: "whatsapp", metadata: { phone_number_id: phone }, messages: [of] });
};
const second = Math.floor(Date.now() / 1000) - 60;
const limited = (n: number) => change("business_capability_update", { max_daily_conversations_per_business: 1000 + n });

async function get(path: string): Promise<any> {
  const answer = await gateway.call(key, "GET", path);
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.body;
}

type Page = { data: any[]; page: { next: string | null; prev: string | null } };

/** All pages of two from here on, this way; and the cursor of the last one that leads back. */
async function walk(
  path: string,
  parameter: string,
  way: "next" | "prev",
  start: string | null = null,
): Promise<{ pages: any[][]; back: string | null }> {
  const pages: any[][] = [];
  for (let cursor = start; ; ) {
    const { data, page }: Page = await get(`${path}?limit=2${cursor ? `&${parameter}=${cursor}` : ""}`);
    pages.push(data);
    cursor = page[way];
    if (!cursor) return { pages, back: page[way === "prev" ? "next" : "prev"] };
  }
}

let sent = 0;
it.each([
  { name: "beyond 32 bits", from: 2n ** 31n - 3n },
  // JavaScript's last exact number lies in the middle of them.
  { name: "beyond 53 bits", from: 2n ** 53n - 4n },
])("timelines, counts, unread marks and logs are right $name", async ({ from }) => {
  await setSequences(from);
  // Counting began right before them, not ages ago.
  await world.database.ingest.query("UPDATE traffic_mark SET counted_to = $1, count_to = $1, looked_at = '2026-01-01'", [String(from)]);
  const numbers = Array.from({ length: 7 }, () => sent++);
  for (const n of numbers) {
    expect(await gateway.webhook(message(n))).toBe(200);
    expect(await gateway.webhook(limited(n))).toBe(200);
    await drainWebhooks(world.context);
  }
  const { rows } = await world.database.ingest.query("SELECT max(seq) > $1::bigint + 7 AS beyond FROM items", [String(from - 1n)]);
  expect(rows).toEqual([{ beyond: true }]);
  const texts = Array.from({ length: sent }, (_, n) => String(n));

  const [conversation] = (await get("/api/v1/conversations")).data;
  expect(conversation).toMatchObject({ unread: numbers.length, lastMessage: { preview: texts.at(-1) } });
  const timeline = `/api/v1/conversations/${conversation.id}/timeline`;
  const text = (item: any) => item.content.text;
  const down = await walk(timeline, "before", "prev");
  expect(down.pages.toReversed().flat().map(text)).toEqual(texts);
  const up = await walk(timeline, "after", "next", down.back);
  expect([...(down.pages.at(-1) ?? []), ...up.pages.flat()].map(text)).toEqual(texts);

  const log = await walk(`/api/v1/channel-accounts/${accountId}/log`, "cursor", "next");
  expect(log.pages.flat().map(({ data }) => data.maxDailyConversationsPerBusiness)).toEqual(texts.map((n) => 1000 + Number(n)).toReversed());

  // Seen up to the third last: by the number of the item, since all are of one second.
  const third = down.pages.flat().find((item) => text(item) === texts.at(-3));
  const seen = await gateway.call(key, "POST", `/api/v1/conversations/${conversation.id}/read`, { upToId: third.id });
  expect([seen.status, (await get(`/api/v1/conversations/${conversation.id}`)).unread]).toEqual([200, 2]);
  expect((await gateway.call(key, "POST", `/api/v1/conversations/${conversation.id}/read`, { upToId: down.pages[0]?.at(-1).id })).status).toBe(200);

  // Counted once each, also when the numbers are looked at again.
  for (let look = 0; look < 3; look++) {
    await listenForSilence(world.context);
    world.clock.now = new Date(world.clock.now.getTime() + 60_000);
  }
  const counted = await world.database.ingest.query("SELECT sum(messages)::int AS messages FROM channel_traffic");
  expect(counted.rows).toEqual([{ messages: sent }]);
});
