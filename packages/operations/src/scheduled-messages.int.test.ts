import { type Actor, fromTypeId } from "@onethread/core";
import { newId } from "@onethread/db/client";
import { readScheduledMessages } from "@onethread/db/read";
import { addAgent, createWorld, customerWrites, type World } from "@onethread/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { mergeCustomers } from "./merge-customers.ts";
import { cancelScheduledMessage, rescheduleMessage, scheduleMessage } from "./schedule-message.ts";
import { sendScheduledNow } from "./send-scheduled.ts";
import { sweep } from "./sweep.ts";
import { undoMerge } from "./undo-merge.ts";

let world: World;
let ada: Actor & { kind: "agent" };
const page = "330013";
const hour = 3_600_000;
beforeAll(async () => {
  world = await createWorld();
  ada = await addAgent(world, { name: "Ada", role: "agent" });
  await world.addAccount({ channel: "messenger", externalId: page });
});
afterAll(() => world.close());

const writes = async () => {
  const { id, customerId } = await customerWrites(world, { page });
  return { conversationId: id, customerId };
};
const later = (ms: number) => new Date(world.clock.now.getTime() + ms);
const pass = (ms: number) => {
  world.clock.now = later(ms);
};
async function scheduled(conversationId: string, text: string, ms = hour, actor: Actor = ada): Promise<string> {
  const done = await scheduleMessage(world.context, actor, conversationId, { content: { kind: "text", text }, scheduledFor: later(ms) });
  if (!done.ok) throw new Error(done.error.code);
  return fromTypeId("message", done.value.id) ?? "";
}
const waiting = async (conversationId: string) =>
  (await readScheduledMessages(world.database, ada, conversationId)).map(({ content, state, error }) => [content.text, state, error?.code ?? null]);
const outgoing = async (conversationId: string) =>
  (
    await world.database.ingest.query(
      "SELECT id, content ->> 'text' AS text, author_id FROM items WHERE conversation_id = $1 AND direction = 'outbound'",
      [conversationId],
    )
  ).rows;

it("becomes a message at its time, once, by whoever scheduled it, also when two sweep at once", async () => {
  const { conversationId } = await writes();
  const id = await scheduled(conversationId, "Good morning");
  await sweep(world.context);
  expect(await waiting(conversationId)).toEqual([["Good morning", "scheduled", null]]);
  expect(await outgoing(conversationId)).toEqual([]);
  pass(hour);
  await Promise.all([sweep(world.context), sweep(world.context)]);
  expect(await outgoing(conversationId)).toEqual([{ id, text: "Good morning", author_id: ada.agentId }]);
  expect(await waiting(conversationId)).toEqual([]);
  expect(world.rung).toContainEqual({ name: "message.deliver", payload: { workspaceId: world.workspaceId, conversationId } });
  expect(
    await scheduleMessage(world.context, ada, conversationId, { id, content: { kind: "text", text: "x" }, scheduledFor: later(1) }),
  ).toMatchObject({
    error: { code: "already_exists" },
  });
});

it("is weighed again at its time: behind a door that has closed it fails, visibly, and can be put off or cancelled", async () => {
  const { conversationId } = await writes();
  const id = await scheduled(conversationId, "Too late", 9 * 24 * hour);
  pass(9 * 24 * hour);
  await sweep(world.context);
  expect(await waiting(conversationId)).toEqual([["Too late", "failed", "window_closed"]]);
  expect(await outgoing(conversationId)).toEqual([]);
  // It is not tried again by itself, and not by a person while the door is shut.
  await sweep(world.context);
  expect(await sendScheduledNow(world.context, ada, id)).toMatchObject({ error: { code: "window_closed" } });
  expect(await rescheduleMessage(world.context, ada, id, later(hour))).toMatchObject({ value: { state: "scheduled", error: null } });
  expect(await cancelScheduledMessage(world.context, ada, id)).toEqual({ ok: true, value: null });
  expect(await cancelScheduledMessage(world.context, ada, id)).toMatchObject({ error: { code: "not_found" } });
  pass(hour);
  await sweep(world.context);
  expect(await outgoing(conversationId)).toEqual([]);
});

it("goes now when a person says so, and not when its author may not send any more", async () => {
  const { conversationId } = await writes();
  const now = await scheduled(conversationId, "Now");
  expect(await sendScheduledNow(world.context, ada, now)).toMatchObject({ value: { content: { text: "Now" } } });
  expect(await sendScheduledNow(world.context, ada, now)).toMatchObject({ error: { code: "not_found" } });
  const bea = await addAgent(world, { name: "Bea", role: "agent" });
  await scheduled(conversationId, "From Bea", hour, bea);
  await world.database.ingest.query("UPDATE agents SET role = 'viewer' WHERE id = $1", [bea.agentId]);
  pass(hour);
  await sweep(world.context);
  expect(await waiting(conversationId)).toEqual([["From Bea", "failed", "forbidden"]]);
});

it("refuses what its channel would never take, the past, and who is no agent", async () => {
  const { conversationId } = await writes();
  const code = async (actor: Actor, text: string, ms: number, where = conversationId) => {
    const done = await scheduleMessage(world.context, actor, where, { content: { kind: "text", text }, scheduledFor: later(ms) });
    return done.ok ? "ok" : done.error.code;
  };
  expect(await code(ada, "x".repeat(2001), hour)).toBe("text_too_long");
  expect(await code(ada, "x", 0)).toBe("invalid_request");
  expect(await code(ada, "x", 400 * 24 * hour)).toBe("invalid_request");
  expect(await code(ada, "x", hour, newId())).toBe("not_found");
  expect(await code(await addAgent(world, { name: "Vi", role: "viewer" }), "x", hour)).toBe("forbidden");
  const key: Actor = { kind: "api_key", workspaceId: world.workspaceId, keyId: newId(), name: "k", scopes: ["send"] };
  expect(await code(key, "x", hour)).toBe("forbidden");
});

it("goes along when customers are joined, and back when that is undone", async () => {
  const [one, two] = [await writes(), await writes()];
  await scheduled(two.conversationId, "For two");
  const system: Actor = { kind: "system", workspaceId: world.workspaceId };
  const merged = await mergeCustomers(world.context, system, { survivorId: one.customerId, otherId: two.customerId });
  if (!merged.ok) throw new Error(merged.error.code);
  expect(await waiting(one.conversationId)).toEqual([["For two", "scheduled", null]]);
  await undoMerge(world.context, system, fromTypeId("merge", merged.value.id) ?? "");
  expect([await waiting(one.conversationId), await waiting(two.conversationId)]).toEqual([[], [["For two", "scheduled", null]]]);
  pass(hour);
  await sweep(world.context);
  expect(await outgoing(two.conversationId)).toHaveLength(1);
});
