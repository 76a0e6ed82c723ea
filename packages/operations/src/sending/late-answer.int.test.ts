import { createWorld, signed, testAppSecret, type World } from "@onethread/testing";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { deliverMessages } from "../deliver-messages.ts";
import { drainWebhooks } from "../drain-webhooks.ts";
import { webhookReceiver } from "../receive-webhook.ts";
import { sendReply } from "../send-reply.ts";

/** Webhooks about a message that come in before the platform's answer to its sending does. */
let world: World;
const worlds: World[] = [];
const account = "440001";
const person = "9001";
const rows = async (sql: string) => (await world.database.ingest.query(sql)).rows;

beforeEach(async () => {
  world = await createWorld();
  worlds.push(world);
  await world.addAccount({ channel: "instagram", externalId: account, settings: { username: "alpaca" } });
  await receive({
    sender: { id: person },
    recipient: { id: account },
    timestamp: world.clock.now.getTime() - 60_000,
    message: { mid: "i_1", text: "Hello" },
  });
});
afterAll(() => Promise.all(worlds.map((one) => one.close())));

async function receive(messaging: unknown): Promise<void> {
  await webhookReceiver(world.context)(signed({ object: "instagram", entry: [{ id: account, time: 1, messaging: [messaging] }] }, testAppSecret));
  await drainWebhooks(world.context);
}

async function send(text: string, meanwhile: () => Promise<void>): Promise<void> {
  world.answer = async () => {
    await meanwhile();
    return { status: 200, headers: {}, body: { recipient_id: person, message_id: "i_own" } };
  };
  const [{ id: conversationId }] = await rows("SELECT id FROM conversations");
  const actor = { kind: "system" as const, workspaceId: world.workspaceId };
  expect((await sendReply(world.context, actor, conversationId, { content: { kind: "text", text } })).ok).toBe(true);
  await deliverMessages(world.context, { workspaceId: world.workspaceId, conversationId });
}

describe("an answer that comes late", () => {
  it("finds its message read already", async () => {
    await send("Hi", () =>
      receive({ sender: { id: person }, recipient: { id: account }, timestamp: world.clock.now.getTime() + 500, read: { mid: "i_own" } }),
    );
    expect(await rows("SELECT delivery_status AS status FROM items WHERE external_id = 'i_own'")).toEqual([{ status: "read" }]);
    expect(await rows("SELECT read_watermark IS NOT NULL AS read FROM doors")).toEqual([{ read: true }]);
  });

  it("absorbs an echo nobody could match, and lists show the message that is left", async () => {
    const at = world.clock.now.getTime() + 5000;
    await send("Hi", () =>
      receive({ sender: { id: account }, recipient: { id: person }, timestamp: at, message: { mid: "i_own", text: "Hi!", is_echo: true } }),
    );
    expect(await rows("SELECT count(*)::int AS n FROM items WHERE direction = 'outbound'")).toEqual([{ n: 1 }]);
    expect(
      await rows(
        "SELECT v.last_message_id = i.id AS last, v.waiting_on, v.waiting_since = i.occurred_at AS since FROM conversations v JOIN items i ON i.external_id = 'i_own'",
      ),
    ).toEqual([{ last: true, waiting_on: "customer", since: true }]);
  });
});
