import type { PlatformResponse } from "@onethread/core";
import { forIngest, newId } from "@onethread/db/client";
import { claimSend, holdAccount } from "@onethread/db/write";
import { createWorld, signed, testAppSecret, until, type World } from "@onethread/testing";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { deliverMessages } from "./deliver-messages.ts";
import { drainWebhooks } from "./drain-webhooks.ts";
import { webhookReceiver } from "./receive-webhook.ts";
import { retryMessage } from "./retry-message.ts";
import { sendReply } from "./send-reply.ts";
import { sweep } from "./sweep.ts";

/** Platforms that throttle, fall silent or answer late, and workers that come back with the news of long ago. */
let world: World;
const worlds: World[] = [];
const page = "330001";
const otherPage = "330002";

beforeEach(async () => {
  world = await createWorld();
  worlds.push(world);
  for (const externalId of [page, otherPage]) await world.addAccount({ channel: "messenger", externalId });
});
afterAll(async () => {
  await Promise.all(worlds.map((one) => one.close()));
});

const actor = () => ({ kind: "system" as const, workspaceId: world.workspaceId });
const rows = async (sql: string, ...values: unknown[]) => (await world.database.ingest.query(sql, values)).rows;
const status = async (id: string) => (await rows("SELECT delivery_status AS status FROM items WHERE id = $1", id))[0].status;
const accepted = (mid: string): PlatformResponse => ({ status: 200, headers: {}, body: { recipient_id: "1", message_id: mid } });
const throttled: PlatformResponse = { status: 429, headers: { "retry-after": "3600" }, body: { error: { code: 613, message: "Too much" } } };
const deliver = (conversationId: string) => deliverMessages(world.context, { workspaceId: world.workspaceId, conversationId });
const later = (seconds: number) => {
  world.clock.now = new Date(world.clock.now.getTime() + seconds * 1000);
};

/** Somebody writes to a page; answers their conversation. */
async function conversationAt(pageId: string): Promise<string> {
  const mid = newId();
  const messaging = [
    { sender: { id: `7${mid}` }, recipient: { id: pageId }, timestamp: world.clock.now.getTime() - 60_000, message: { mid, text: "Hello" } },
  ];
  await webhookReceiver(world.context)(signed({ object: "page", entry: [{ id: pageId, time: 1, messaging }] }, testAppSecret));
  await drainWebhooks(world.context);
  return (await rows("SELECT conversation_id AS id FROM items WHERE external_id = $1", mid))[0].id;
}

async function queue(conversationId: string): Promise<string> {
  const id = newId();
  const sent = await sendReply(world.context, actor(), conversationId, { id, content: { kind: "text", text: "Hi" } });
  expect(sent.ok).toBe(true);
  return id;
}

/** Answers that the test gives when it wants to, in the order of the calls. */
function heldAnswers(): ((answer: PlatformResponse) => void)[] {
  const give: ((answer: PlatformResponse) => void)[] = [];
  world.answer = () => new Promise((resolve) => give.push(resolve));
  return give;
}

describe("a worker that was stopped past the time its send was given up, and a person who sent again meanwhile", () => {
  it.each([
    { late: "to try again later", answer: throttled, first: "retry" },
    { late: "that it was refused", answer: { status: 400, headers: {}, body: { error: { code: 100, message: "No" } } }, first: "rejected" },
    { late: "that it is sent", answer: accepted("mid_1"), first: "sent" },
  ])("an old attempt's answer, $late, does not touch the newer one", async ({ answer, first }) => {
    const conversationId = await conversationAt(page);
    const id = await queue(conversationId);
    const give = heldAnswers();
    const stopped = deliver(conversationId);
    await until("the platform is asked", () => give.length === 1, { every: 5 });
    later(31);
    await sweep(world.context);
    expect(await status(id)).toBe("unknown");
    expect((await retryMessage(world.context, actor(), id)).ok).toBe(true);
    const next = deliver(conversationId);
    await until("the platform is asked", () => give.length === 2, { every: 5 });
    give[0]?.(answer);
    await stopped;
    expect(await status(id)).toBe("sending");
    await deliver(conversationId);
    expect(world.calls).toHaveLength(2);
    give[1]?.(accepted("mid_2"));
    await next;
    expect(await rows("SELECT delivery_status AS status, external_id FROM items WHERE id = $1", id)).toEqual([
      { status: "sent", external_id: "mid_2" },
    ]);
    const attempts = await rows("SELECT state FROM delivery_attempts ORDER BY number");
    // It was given up as unknown; only the proof that it went out says more than that.
    expect(attempts).toEqual([{ state: first === "sent" ? "sent" : "unknown" }, { state: "sent" }]);
  });

  it("the proof that it went out takes back a resend that has not begun", async () => {
    const conversationId = await conversationAt(page);
    const id = await queue(conversationId);
    const give = heldAnswers();
    const stopped = deliver(conversationId);
    await until("the platform is asked", () => give.length === 1, { every: 5 });
    later(31);
    await sweep(world.context);
    expect((await retryMessage(world.context, actor(), id)).ok).toBe(true);
    give[0]?.(accepted("mid_1"));
    await stopped;
    await deliver(conversationId);
    expect(await status(id)).toBe("sent");
    expect(world.calls).toHaveLength(1);
  });
});

describe("a platform that throttles an account", () => {
  it("is sent nothing more of that account until the time it named, and everything of others", async () => {
    const [first, second, other] = [await conversationAt(page), await conversationAt(page), await conversationAt(otherPage)];
    const [one, two, three] = [await queue(first), await queue(second), await queue(other)];
    world.answer = async () => throttled;
    await deliver(first);
    world.answer = async () => accepted(newId());
    await deliver(second);
    expect(world.calls).toHaveLength(1);
    await deliver(other);
    expect([await status(one), await status(two), await status(three)]).toEqual(["queued", "queued", "sent"]);
    const [{ wait }] = await rows(
      "SELECT extract(epoch FROM next_attempt_at - $2::timestamptz)::int AS wait FROM items WHERE id = $1",
      two,
      world.clock.now,
    );
    expect(wait).toBeGreaterThan(3500);
  });

  it("gets nothing from whoever had its turn already when the platform said so", async () => {
    const conversationId = await conversationAt(page);
    const id = await queue(conversationId);
    const [{ account }] = await rows("SELECT channel_account_id AS account FROM items WHERE id = $1", id);
    const { workspaceId } = world;
    await forIngest(world.database, (tx) => holdAccount(tx, { workspaceId, channelAccountId: account }, 3_600_000));
    expect(await forIngest(world.database, (tx) => claimSend(tx, workspaceId, conversationId, world.clock.now))).toBeNull();
    expect(
      await rows(
        "SELECT delivery_status AS status, next_attempt_at > $2::timestamptz + interval '59 minutes' AS later FROM items WHERE id = $1",
        id,
        world.clock.now,
      ),
    ).toEqual([{ status: "queued", later: true }]);
    expect(await rows("SELECT 1 FROM delivery_attempts")).toEqual([]);
  });
});

describe("a platform that has stopped answering", () => {
  it("is left alone after a few lost answers; what waits goes out when it answers again, once", async () => {
    const conversations: string[] = [];
    for (let count = 0; count < 6; count++) conversations.push(await conversationAt(page));
    const ids = await Promise.all(conversations.map(queue));
    world.answer = async () => {
      throw new Error("socket hang up");
    };
    for (const conversationId of conversations) await deliver(conversationId);
    expect(world.calls).toHaveLength(3);
    expect(await Promise.all(ids.map(status))).toEqual(["unknown", "unknown", "unknown", "queued", "queued", "queued"]);
    expect(await rows("SELECT count(*)::int AS attempts FROM delivery_attempts")).toEqual([{ attempts: 3 }]);
    later(5);
    world.answer = async () => accepted(newId());
    for (const conversationId of conversations) await deliver(conversationId);
    expect(await Promise.all(ids.map(status))).toEqual(["unknown", "unknown", "unknown", "sent", "sent", "sent"]);
    expect(world.calls).toHaveLength(6);
  });

  it("keeps the answer it has while the database is away for a moment", async () => {
    const conversationId = await conversationAt(page);
    const id = await queue(conversationId);
    const { ingest } = world.database;
    const connect = ingest.connect;
    let failures = 0;
    world.answer = async () => {
      ingest.connect = (async () => {
        failures++;
        if (failures === 2) ingest.connect = connect;
        throw Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
      }) as typeof ingest.connect;
      return accepted("mid_1");
    };
    await deliver(conversationId);
    expect(failures).toBe(2);
    expect(await status(id)).toBe("sent");
  });
});
