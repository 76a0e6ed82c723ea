import { continueReplay, drainWebhooks } from "@onethread/operations";
import { createWorld, type World } from "@onethread/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestGateway, type TestGateway } from "./test-gateway.ts";

/** What the API tells about how things stand, and how an admin replays what is in quarantine. */
let world: World;
let gateway: TestGateway;
let admin: string;
let reader: string;
let elsewhere: string;
const page = "330001";

beforeAll(async () => {
  world = await createWorld();
  gateway = await startTestGateway(world);
  await world.addAccount({ channel: "messenger", externalId: page });
  const other = await world.addWorkspace("Other");
  await world.addAccount({ channel: "messenger", externalId: "990009", workspaceId: other });
  admin = await gateway.key(world.workspaceId);
  reader = await gateway.key(world.workspaceId, ["read"]);
  elsewhere = await gateway.key(other);
});
afterAll(async () => {
  await gateway.close();
  await world.close();
});

const write = (mid: string, more: object = {}, id = page) =>
  gateway.webhook({
    object: "page",
    entry: [{ id, time: 1, messaging: [{ sender: { id: "71" }, recipient: { id }, timestamp: Date.now(), message: { mid, text: mid }, ...more }] }],
  });
/** A platform sends what nobody can read: an entry that is no object. */
const poison = (mark: string) => gateway.webhook({ object: "page", entry: [{ id: page, time: 1, messaging: [mark] }] });
const status = async (key: string) => (await gateway.call(key, "GET", "/api/v1/status")).body;

describe("GET /api/v1/status", () => {
  it("tells how late messages are: the workspace's own, and nobody else's", async () => {
    expect((await status(admin)).ingest).toEqual({ lagSeconds: 0, oldestAt: null, waiting: { count: 0, more: false } });
    const received = world.clock.now;
    await write("m_1");
    await write("m_2");
    world.clock.now = new Date(received.getTime() + 120_000);
    expect((await status(reader)).ingest).toEqual({ lagSeconds: 120, oldestAt: received.toISOString(), waiting: { count: 2, more: false } });
    expect((await status(elsewhere)).ingest).toEqual({ lagSeconds: 0, oldestAt: null, waiting: { count: 0, more: false } });
    await drainWebhooks(world.context);
    expect((await status(admin)).ingest.lagSeconds).toBe(0);
  });

  it("tells what is in quarantine and what is quiet to those who look after it", async () => {
    await poison("one");
    await drainWebhooks(world.context);
    expect(await status(admin)).toMatchObject({ quarantined: { count: 1, more: false }, quiet: [] });
    expect(await status(reader)).toMatchObject({ quarantined: null, quiet: null });
    expect(await status(elsewhere)).toMatchObject({ quarantined: { count: 0, more: false } });
  });
});

describe("the webhook of an item", () => {
  it("is found from the item, by those who may see webhooks", async () => {
    const { body } = await gateway.call(admin, "GET", "/api/v1/messages?externalId=m_2");
    const id = body.data[0].id;
    const found = await gateway.call(admin, "GET", `/api/v1/webhook-events?itemId=${id}`);
    expect(found.body.data.map((event: { items: { raw: { message: { mid: string } } }[] }) => event.items[0]?.raw.message.mid)).toEqual(["m_2"]);
    expect((await gateway.call(admin, "GET", `/api/v1/messages/${id}`)).body.webhookEventId).toBe(found.body.data[0].id);
    expect((await gateway.call(reader, "GET", `/api/v1/messages/${id}`)).body.webhookEventId).toBeNull();
    expect((await gateway.call(elsewhere, "GET", `/api/v1/webhook-events?itemId=${id}`)).body.data).toEqual([]);
    expect((await gateway.call(admin, "GET", "/api/v1/webhook-events?itemId=nonsense")).status).toBe(422);
  });
});

describe("a replay of all that is in quarantine", () => {
  /** The job, as the worker does it, with the drain it rings for. */
  async function work(replayId: string): Promise<void> {
    const job = world.rung.find((one) => one.name === "webhooks.replay" && JSON.stringify(one.payload).includes(world.workspaceId));
    expect(job).toBeDefined();
    let done = false;
    const drains = (async () => {
      while (!done) {
        await drainWebhooks(world.context);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    })();
    const payload = job?.payload as { workspaceId: string; replayId: string };
    await Promise.all([continueReplay(world.context, payload), continueReplay(world.context, payload)]);
    done = true;
    await drains;
    expect(replayId).toMatch(/^rpl_/);
  }

  it("puts them back bit by bit and tells what has become of them", async () => {
    for (let i = 0; i < 5; i++) await poison(`poison ${i}`);
    await drainWebhooks(world.context);
    // A mended parser, as far as three of them are concerned: what could not be read can be read now.
    await world.database.ingest.query(
      `UPDATE webhook_events SET body = convert_to(replace(convert_from(body, 'UTF8'), '"poison ' || n || '"',
         '{"sender":{"id":"71"},"recipient":{"id":"${page}"},"timestamp":1,"message":{"mid":"m_mended_' || n || '","text":"x"}}'), 'UTF8')
       FROM generate_series(0, 2) AS n WHERE position(convert_to('"poison ' || n || '"', 'UTF8') IN body) > 0`,
    );
    world.rung.length = 0;
    const begun = await gateway.call(admin, "POST", "/api/v1/webhook-replays", { state: "quarantined" });
    expect([begun.status, begun.body]).toEqual([
      201,
      expect.objectContaining({ state: "quarantined", channelAccountId: null, by: "test", total: 6, finishedAt: null }),
    ]);
    await work(begun.body.id);
    const { body } = await gateway.call(admin, "GET", `/api/v1/webhook-replays/${begun.body.id}`);
    expect(body).toMatchObject({ total: 6, outcomes: { waiting: 0, processed: 3, ignored: 0, quarantined: 3 }, finishedAt: expect.any(String) });
    expect((await status(admin)).quarantined.count).toBe(3);
    expect((await gateway.call(admin, "GET", "/api/v1/messages?externalId=m_mended_2")).body.data).toHaveLength(1);
  });

  it("is for admins, and for one's own", async () => {
    expect((await gateway.call(reader, "POST", "/api/v1/webhook-replays", { state: "quarantined" })).status).toBe(403);
    const begun = await gateway.call(elsewhere, "POST", "/api/v1/webhook-replays", { state: "quarantined" });
    expect(begun.body.total).toBe(0);
    expect((await gateway.call(admin, "GET", `/api/v1/webhook-replays/${begun.body.id}`)).status).toBe(404);
  });
});
