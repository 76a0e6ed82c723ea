import { createWorld, signed, testAppSecret, type World } from "@onethread/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { drainWebhooks } from "./drain-webhooks.ts";
import { listenForSilence } from "./listen-for-silence.ts";
import { readStatus } from "./read-status.ts";
import { webhookReceiver } from "./receive-webhook.ts";

/** A shop whose Page has three messages an hour from 9 to 17 o'clock, for six weeks; the clock is the test's. */
let world: World;
let account: string;
const page = "330001";
const hour = 3_600_000;
const day = 24 * hour;
/** A Wednesday, 15:30 UTC. */
const wednesday = Date.UTC(2026, 10, 25, 15, 30);

beforeAll(async () => {
  world = await createWorld();
  ({ id: account } = await world.addAccount({ channel: "messenger", externalId: page, name: "Shop" }));
  await world.addAccount({ channel: "messenger", externalId: "330002", name: "Hardly used" });
  for (let ago = 1; ago <= 45; ago++) {
    for (let at = 9; at < 17; at++) await traffic(account, wednesday - ago * day - 15.5 * hour + at * hour, 3);
  }
});
afterAll(() => world.close());

const traffic = (id: string, at: number, messages: number) =>
  world.database.ingest.query("INSERT INTO channel_traffic (workspace_id, channel_account_id, hour, messages) VALUES ($1, $2, $3, $4)", [
    world.workspaceId,
    id,
    new Date(at),
    messages,
  ]);

async function listenAt(at: number): Promise<void> {
  world.clock.now = new Date(at);
  await listenForSilence(world.context);
}

const quiet = async () => {
  const found = await readStatus(world.context, { kind: "system", workspaceId: world.workspaceId });
  return found.ok ? found.value.quiet : null;
};
const log = async () => (await world.database.ingest.query("SELECT code, level, data FROM channel_log ORDER BY seq")).rows;

async function write(text: string): Promise<void> {
  const receive = webhookReceiver(world.context);
  const at = world.clock.now.getTime();
  const message = { mid: `m_${text}`, text };
  await receive(
    signed(
      { object: "page", entry: [{ id: page, time: at, messaging: [{ sender: { id: "71" }, recipient: { id: page }, timestamp: at, message }] }] },
      testAppSecret,
    ),
  );
  await drainWebhooks(world.context);
}

describe("listen-for-silence", () => {
  it("says nothing in the night, and nothing while little is missing", async () => {
    await listenAt(wednesday - 12.5 * hour);
    await listenAt(wednesday - 4.4 * hour);
    expect([await quiet(), await log()]).toEqual([[], []]);
  });

  it("says once that a channel has gone quiet that usually talks, and how quiet", async () => {
    world.news.length = 0;
    await listenAt(wednesday);
    await listenAt(wednesday + 60_000);
    // Yesterday's last message came between 16 and 17 o'clock; usually there are 18 from 9 to 15.
    const since = new Date(wednesday - 22.5 * hour).toISOString();
    expect(await quiet()).toEqual([expect.objectContaining({ name: "Shop", channel: "messenger", usual: 18, hours: 22, since })]);
    expect(await log()).toEqual([{ code: "gone_quiet", level: "warning", data: { usual_messages: 18, hours_without: 22 } }]);
    expect(world.news).toEqual([{ workspaceId: world.workspaceId, kind: "channel_account", ids: [account] }]);
  });

  it("keeps saying so in the evening, and takes it back as soon as somebody writes", async () => {
    await listenAt(wednesday + 9 * hour);
    expect(await quiet()).toHaveLength(1);
    await write("Hello?");
    await listenAt(wednesday + 9 * hour + 60_000);
    expect([await quiet(), (await log()).map(({ code }) => code)]).toEqual([[], ["gone_quiet", "talks_again"]]);
  });

  it("counts each message once, into its hour", async () => {
    const counted = async () =>
      (await world.database.ingest.query("SELECT messages FROM channel_traffic WHERE hour = $1", [new Date(wednesday + 8.5 * hour)])).rows;
    await write("And again");
    // The mark moves once a minute; what was numbered by then is counted with the next.
    for (let minute = 2; minute < 8; minute++) await listenAt(wednesday + 9 * hour + minute * 60_000);
    expect(await counted()).toEqual([{ messages: 2 }]);
    await Promise.all([listenForSilence(world.context), listenForSilence(world.context)]);
    expect(await counted()).toEqual([{ messages: 2 }]);
  });

  it("forgets what is older than nine weeks", async () => {
    await traffic(account, wednesday - 80 * day, 9);
    await listenAt(wednesday + 9 * hour + 600_000);
    const { rows } = await world.database.ingest.query("SELECT 1 FROM channel_traffic WHERE hour < $1", [new Date(wednesday - 64 * day)]);
    expect(rows).toEqual([]);
  });
});
