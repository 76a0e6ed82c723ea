import type { PlatformResponse } from "@onethread/core";
import { forIngest } from "@onethread/db/client";
import { claimSend, recordOutcome } from "@onethread/db/write";
import { createWorld, signed, testAppSecret, type World } from "@onethread/testing";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { deliverMessages } from "./deliver-messages.ts";
import { drainWebhooks } from "./drain-webhooks.ts";
import { webhookReceiver } from "./receive-webhook.ts";
import { retryMessage } from "./retry-message.ts";
import { sendReply } from "./send-reply.ts";
import { sweep } from "./sweep.ts";

let world: World;
let conversationId: string;
const worlds: World[] = [];
const page = "330001";
const person = "7001";

beforeEach(async () => {
  world = await createWorld();
  worlds.push(world);
  await world.addAccount({ channel: "messenger", externalId: page });
  await receive({
    sender: { id: person },
    recipient: { id: page },
    timestamp: world.clock.now.getTime() - 60_000,
    message: { mid: "m_in", text: "Hello" },
  });
  conversationId = (await rows("SELECT id FROM conversations"))[0].id;
});
afterAll(async () => {
  await Promise.all(worlds.map((one) => one.close()));
});

const actor = () => ({ kind: "system" as const, workspaceId: world.workspaceId });
const rows = async (sql: string, ...values: unknown[]) => (await world.database.ingest.query(sql, values)).rows;
const state = async (id: string) => (await rows('SELECT delivery_status AS status, external_id AS "externalId" FROM items WHERE id = $1', id))[0];
const accepted = (mid: string): PlatformResponse => ({ status: 200, headers: {}, body: { recipient_id: person, message_id: mid } });
const deliver = () => deliverMessages(world.context, { workspaceId: world.workspaceId, conversationId });

async function receive(messaging: unknown): Promise<void> {
  await webhookReceiver(world.context)(signed({ object: "page", entry: [{ id: page, time: 1, messaging: [messaging] }] }, testAppSecret));
  await drainWebhooks(world.context);
}

async function queue(text: string): Promise<string> {
  const id = crypto.randomUUID().replace(/^(.{14})./, "$17");
  const sent = await sendReply(world.context, actor(), conversationId, { id, content: { kind: "text", text } });
  expect(sent.ok).toBe(true);
  return id;
}

const echo = (mid: string, metadata?: string) => ({
  sender: { id: page },
  recipient: { id: person },
  timestamp: world.clock.now.getTime(),
  message: { mid, text: "Hi", is_echo: true, app_id: 1234567890, ...(metadata ? { metadata } : {}) },
});

describe("deliver-messages", () => {
  it("sends once, in order, however many processes try", async () => {
    const ids = [await queue("one"), await queue("two"), await queue("three")];
    const texts: string[] = [];
    world.answer = async (call) => {
      const text = (call.body as { message: { text: string } }).message.text;
      texts.push(text);
      await new Promise((resolve) => setTimeout(resolve, 20));
      return accepted(`mid_${text}`);
    };
    await Promise.all([deliver(), deliver(), deliver()]);
    await deliver();
    expect(texts).toEqual(["one", "two", "three"]);
    for (const id of ids) expect((await state(id)).status).toBe("sent");
  });

  it("calls a send whose answer was lost unknown, sends it never again by itself, and goes on with the next", async () => {
    const lost = await queue("lost");
    const next = await queue("next");
    world.answer = async (call) => {
      if ((call.body as { message: { text: string } }).message.text === "lost") throw new Error("socket hang up");
      return accepted("mid_next");
    };
    await deliver();
    await deliver();
    await sweep(world.context);
    expect([await state(lost), await state(next)]).toMatchObject([{ status: "unknown" }, { status: "sent" }]);
    expect(world.calls).toHaveLength(2);
  });

  it("gives up a send whose process died after 30 s, and does not hold up what comes after it", async () => {
    const died = await queue("died");
    const next = await queue("next");
    await rows(
      "UPDATE items SET delivery_status = 'sending', next_attempt_at = $2 WHERE id = $1",
      died,
      new Date(world.clock.now.getTime() + 30_000),
    );
    world.answer = async () => accepted("mid_next");
    await deliver();
    expect(world.calls).toHaveLength(0);
    world.clock.now = new Date(world.clock.now.getTime() + 31_000);
    await sweep(world.context);
    expect((await state(died)).status).toBe("unknown");
    expect(world.rung.map((ring) => ring.name)).toContain("message.deliver");
    await deliver();
    expect((await state(next)).status).toBe("sent");
    expect(world.calls).toHaveLength(1);
  });

  it("settles an unknown send by its echo, without a second item", async () => {
    const id = await queue("Hi");
    world.answer = async () => {
      throw new Error("socket hang up");
    };
    await deliver();
    const [metadata] = world.calls.map(({ call }) => (call.body as { message: { metadata: string } }).message.metadata);
    await receive(echo("mid_late", metadata));
    expect(await state(id)).toEqual({ status: "sent", externalId: "mid_late" });
    expect(await rows("SELECT state, external_id FROM delivery_attempts")).toEqual([{ state: "sent", external_id: "mid_late" }]);
    expect((await rows("SELECT 1 FROM items WHERE direction = 'outbound'")).length).toBe(1);
  });

  it("absorbs an echo and a read receipt that came before the answer", async () => {
    const id = await queue("Hi");
    world.answer = async () => {
      await receive(echo("mid_1"));
      await receive({
        sender: { id: person },
        recipient: { id: page },
        timestamp: world.clock.now.getTime(),
        read: { watermark: world.clock.now.getTime() + 1000 },
      });
      return accepted("mid_1");
    };
    await deliver();
    expect(await rows("SELECT id, delivery_status FROM items WHERE direction = 'outbound'")).toEqual([{ id, delivery_status: "read" }]);
  });

  it("loses no status that is worked off while the answer is being written", async () => {
    await world.addAccount({ channel: "whatsapp", externalId: "110001", settings: { wabaId: "220001" } });
    const whatsapp = async (value: Record<string, unknown>) => {
      const change = { field: "messages", value: { messaging_product: "whatsapp", metadata: { phone_number_id: "110001" }, ...value } };
      const body = { object: "whatsapp_business_account", entry: [{ id: "220001", changes: [change] }] };
      await webhookReceiver(world.context)(signed(body, testAppSecret));
    };
    const timestamp = String(Math.floor(world.clock.now.getTime() / 1000));
    await whatsapp({ messages: [{ from: "447700900001", id: "wamid.in", timestamp, type: "text", text: { body: "Hello" } }] });
    await drainWebhooks(world.context);
    conversationId = (await rows("SELECT conversation_id AS id FROM items WHERE external_id = 'wamid.in'"))[0].id;
    const id = await queue("Hi");
    const { workspaceId } = world;
    const send = await forIngest(world.database, (tx) => claimSend(tx, workspaceId, conversationId, world.clock.now));
    if (!send) throw new Error("nothing to send");
    await whatsapp({ statuses: [{ id: "wamid.out", status: "delivered", timestamp, recipient_id: "447700900001" }] });
    let drained = false;
    let drain: Promise<unknown> = Promise.resolve();
    await forIngest(world.database, async (tx) => {
      await recordOutcome(tx, send, { kind: "sent", externalId: "wamid.out" }, world.clock.now);
      drain = drainWebhooks(world.context).then(() => {
        drained = true;
      });
      // The drain either waits for us or, if nothing makes it wait, is done before we commit.
      for (;;) {
        const waiting = await rows(
          "SELECT 1 FROM pg_locks WHERE NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
        );
        if (waiting.length > 0 || drained) break;
      }
    });
    await drain;
    expect((await state(id)).status).toBe("delivered");
  });

  it("waits as long as the platform asks, and shows a refusal with its reason", async () => {
    const id = await queue("Hi");
    world.answer = async () => ({
      status: 429,
      headers: { "retry-after": "7" },
      body: { error: { code: 613, message: "Calls to this api have exceeded the rate limit." } },
    });
    await deliver();
    expect((await state(id)).status).toBe("queued");
    await deliver();
    expect(world.calls).toHaveLength(1);
    world.clock.now = new Date(world.clock.now.getTime() + 60_000);
    // Pace is kept by the database's clock, which no test moves.
    await rows("UPDATE send_pace SET used_until = now() - interval '1 minute'");
    world.answer = async () => ({
      status: 400,
      headers: {},
      body: { error: { code: 100, error_subcode: 2018001, message: "No matching user found" } },
    });
    await deliver();
    expect((await rows("SELECT delivery_status, delivery_error ->> 'class' AS class FROM items WHERE id = $1", id))[0]).toEqual({
      delivery_status: "failed",
      class: "invalid_recipient",
    });
  });

  it("sends again only when a person says so, as a new attempt that an old one's echo does not touch", async () => {
    const id = await queue("Hi");
    world.answer = async () => {
      throw new Error("socket hang up");
    };
    await deliver();
    expect((await retryMessage(world.context, actor(), id)).ok).toBe(true);
    await deliver();
    const [first, second] = world.calls.map(({ call }) => (call.body as { message: { metadata: string } }).message.metadata);
    expect(second).toBe(`${first}.2`);
    await receive(echo("mid_old", first));
    expect((await state(id)).externalId).toBeNull();
    await receive(echo("mid_new", second));
    expect(await state(id)).toEqual({ status: "sent", externalId: "mid_new" });
  });

  it("marks the channel degraded when its token is refused, and then refuses further sends", async () => {
    await queue("Hi");
    world.answer = async () => ({ status: 401, headers: {}, body: { error: { code: 190, message: "Error validating access token" } } });
    await deliver();
    expect(await rows("SELECT state FROM channel_accounts")).toEqual([{ state: "degraded" }]);
    expect(await sendReply(world.context, actor(), conversationId, { content: { kind: "text", text: "again" } })).toMatchObject({
      ok: false,
      error: { code: "channel_unavailable" },
    });
  });
});
