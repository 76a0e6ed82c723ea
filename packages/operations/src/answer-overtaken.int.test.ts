import type { Actor } from "@onethread/core";
import { fromTypeId } from "@onethread/core";
import { addAgent, createWorld, signed, testAppSecret, type World } from "@onethread/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { drainWebhooks } from "./drain-webhooks.ts";
import { webhookReceiver } from "./receive-webhook.ts";
import { sendReply } from "./send-reply.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
  await world.addAccount({ channel: "messenger", externalId: "330012" });
});
afterAll(() => world.close());

it("names the colleague who was faster, when, and with which message", async () => {
  const messaging = [{ sender: { id: "9300" }, recipient: { id: "330012" }, timestamp: Date.now(), message: { mid: "m_1", text: "Hello" } }];
  await webhookReceiver(world.context)(signed({ object: "page", entry: [{ id: "330012", time: 1, messaging }] }, testAppSecret));
  await drainWebhooks(world.context);
  const { rows } = await world.database.ingest.query("SELECT id, conversation_id FROM items WHERE type = 'message'");
  const { id: lastSeenMessageId, conversation_id: conversationId } = rows[0];
  const say = (actor: Actor, text: string) => sendReply(world.context, actor, conversationId, { content: { kind: "text", text }, lastSeenMessageId });
  const one = await addAgent(world, { name: "Grace", role: "agent" });
  expect(await say(one, "We are here.")).toMatchObject({ ok: true });
  // One does not overtake oneself: both may have been sent before the first had arrived.
  const grace = await say(one, "How can we help?");
  const ada = await say(await addAgent(world, { name: "Ada", role: "agent" }), "Hello!");
  expect(ada).toMatchObject({
    error: { code: "conversation_changed", extra: { newer: { authorName: "Grace", at: world.clock.now.toISOString() } } },
  });
  const newer = (ada as unknown as { error: { extra: { newer: { id: string } } } }).error.extra.newer;
  expect(grace).toMatchObject({ value: { id: newer.id } });
  expect(fromTypeId("message", newer.id)).not.toBeNull();
});
