import { createHmac } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import type { Channel } from "@onethread/core";
import { drainWebhooks } from "@onethread/operations";
import { createWorld, testAppSecret, type World } from "@onethread/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestGateway, type TestGateway } from "./test-gateway.ts";
import { projection } from "./test-projection.ts";

/**
 * Every sample body of the three platforms through HTTP, the drain, Postgres and the API: each alone and twice, then all
 * of them in one workspace in several orders.
 */
const folder = new URL("../../../packages/channels/fixtures/", import.meta.url);
const channels = ["whatsapp", "messenger", "instagram"] as const;
type Message = {
  id: string;
  dir: "in" | "out";
  type: string;
  text: string | null;
  payload?: string | null;
  reply_to?: string;
  attachments?: { kind: string; mime?: string; filename?: string; id?: string }[];
};
type Expected = {
  messages: Message[];
  edits?: { target: string }[];
  deletes?: { target: string }[];
  identity?: { old?: string[]; new?: string[] }[];
};
type Sample = { channel: (typeof channels)[number]; name: string; body: Buffer; expected: Expected };

const read = (path: string): Buffer => readFileSync(new URL(path, folder));
const samples: Sample[] = channels.flatMap((channel) => {
  const expected = JSON.parse(read(`expected/${channel}.json`).toString()) as Record<string, Expected>;
  return readdirSync(new URL(`${channel}/`, folder)).map((file) => {
    const name = file.replace(".json", "");
    return { channel, name, body: read(`${channel}/${file}`), expected: expected[name] as Expected };
  });
});

type Account = { channel: Channel; externalId: string; settings: Record<string, unknown> };

/** The accounts the samples are about, read off their bodies; one sample is about an account nobody has. */
function accountsOf(list: readonly Sample[]): Account[] {
  const found = new Map<string, Account>();
  for (const { channel, name, body } of list) {
    if (name === "account_not_ours" || name === "dashboard_test_event") continue;
    const text = body.toString();
    if (channel !== "whatsapp") {
      for (const id of topIds(text)) found.set(`${channel}/${id}`, { channel, externalId: id, settings: { username: "shop" } });
      continue;
    }
    for (const entry of whatsappEntries(text)) {
      for (const [, number = ""] of JSON.stringify(entry).matchAll(/"phone_number_id":"(\d+)"/g))
        found.set(`whatsapp/${number}`, { channel, externalId: number, settings: { wabaId: entry.id } });
    }
  }
  return [...found.values()];
}
// Ids beyond 2^53 stand in some bodies as numbers: they are read as text.
const parsed = (text: string): any => JSON.parse(text.replaceAll(/:\s*(\d{16,})/g, ':"$1"'));
const bodiesOf = (text: string): any[] => [parsed(text)].flat();
const topIds = (text: string): string[] => bodiesOf(text).flatMap((one) => (one.entry ?? []).map((entry: any) => String(entry.id)));
const whatsappEntries = (text: string): { id: string }[] => bodiesOf(text).flatMap((one) => one.entry ?? []);

let world: World;
let gateway: TestGateway;
beforeAll(async () => {
  world = await createWorld();
  gateway = await startTestGateway(world);
});
afterAll(async () => {
  await gateway.close();
  await world.close();
});

let posts = 0;
/** The same body again would be the same webhook: spaces behind it make it another one that says the same. */
async function post({ body }: Sample): Promise<void> {
  const bytes = Buffer.concat([body, Buffer.from(" ".repeat(++posts))]);
  const response = await fetch(`${gateway.url}/webhooks/meta`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-hub-signature-256": `sha256=${createHmac("sha256", testAppSecret).update(bytes).digest("hex")}`,
    },
    body: bytes,
  });
  expect(response.status).toBe(200);
  await response.arrayBuffer();
}

/** A workspace of its own with the accounts; they are let go afterwards, since an account is connected once only. */
async function inWorkspace<T>(accounts: readonly Account[], work: (key: string) => Promise<T>): Promise<T> {
  const workspaceId = await world.addWorkspace();
  for (const account of accounts) await world.addAccount({ ...account, workspaceId });
  try {
    return await work(await gateway.key(workspaceId));
  } finally {
    await world.database.ingest.query("UPDATE channel_accounts SET deleted_at = now() WHERE workspace_id = $1", [workspaceId]);
  }
}

describe.each(samples)("$channel/$name", (sample) => {
  it("gives what is expected, once or twice", async () => {
    await inWorkspace(accountsOf([sample]), async (key) => {
      await post(sample);
      await drainWebhooks(world.context);
      const once = await projection(gateway, key);
      for (const message of sample.expected.messages) await expectMessage(key, message, sample);
      await post(sample);
      await drainWebhooks(world.context);
      expect(await projection(gateway, key)).toEqual(once);
      await expectNothingPending();
    });
  });
});

/** What fails for no reason of its own stays pending for ever: here that would be a mistake of ours. */
async function expectNothingPending(): Promise<void> {
  const { rows } = await world.database.ingest.query("SELECT convert_from(body, 'UTF8') FROM webhook_events WHERE state = 'pending'");
  expect(rows).toEqual([]);
}

async function expectMessage(key: string, want: Message, { name, expected }: Sample): Promise<void> {
  if (want.id.startsWith("(")) return;
  const { body } = await gateway.call(key, "GET", `/api/v1/messages?externalId=${encodeURIComponent(want.id)}`);
  expect(body.data, want.id).toHaveLength(1);
  const [item] = body.data;
  expect(item).toMatchObject({ type: "message", direction: want.dir === "in" ? "inbound" : "outbound" });
  expect(item.content.kind).toBe(want.type);
  const deleted = (expected.deletes ?? []).some((one) => one.target === want.id);
  const edited = (expected.edits ?? []).some((one) => one.target === want.id) || name === "duplicate_after_edit";
  if (deleted) return void expect(item).toMatchObject({ content: { text: null }, attachments: [] });
  if (!edited) expect(item.content.text).toBe(want.text);
  if (want.payload != null) expect(item.content.payload).toBe(want.payload);
  if (want.reply_to) expect(item.replyTo).toMatchObject({ externalId: want.reply_to });
  if (want.attachments) expect(item.attachments.map((one: any) => one.kind)).toEqual(want.attachments.map((one) => one.kind));
  for (const [index, attachment] of (want.attachments ?? []).entries()) {
    if (attachment.mime) expect(item.attachments[index].mime).toBe(attachment.mime);
    if (attachment.filename) expect(item.attachments[index].name).toBe(attachment.filename);
    if (attachment.id) expect(item.attachments[index].platformId).toBe(attachment.id);
  }
}

/** A shuffle that a number decides, so that a failure can be looked at again. */
function shuffled<T>(list: readonly T[], seed: number): T[] {
  const result = [...list];
  let state = seed;
  for (let i = result.length - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const j = state % (i + 1);
    [result[i], result[j]] = [result[j] as T, result[i] as T];
  }
  return result;
}

it("all in one workspace end alike in any order", async () => {
  const accounts = accountsOf(samples);
  const play = (order: readonly Sample[], drainEvery: number) =>
    inWorkspace(accounts, async (key) => {
      for (const [index, sample] of order.entries()) {
        await post(sample);
        if (index % drainEvery === drainEvery - 1) await drainWebhooks(world.context);
      }
      await drainWebhooks(world.context);
      return projection(gateway, key);
    });
  const inOrder = await play(samples, 1);
  expect((inOrder as unknown[]).length).toBeGreaterThan(20);
  expect(await play(samples.toReversed(), 10)).toEqual(inOrder);
  for (let seed = 1; seed <= 20; seed++) expect(await play(shuffled(samples, seed), 5 + seed), `shuffle ${seed}`).toEqual(inOrder);
}, 300_000);
