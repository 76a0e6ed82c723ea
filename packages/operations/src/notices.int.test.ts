import type { Actor } from "@onethread/core";
import { readNotices } from "@onethread/db/read";
import { addAgent, createWorld, customerWrites, type World } from "@onethread/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { sendReply } from "./send-reply.ts";
import { sweep } from "./sweep.ts";
import { updateConversation } from "./update-conversation.ts";

const page = "330071";
const minute = 60_000;
let world: World;
let ada: Actor & { kind: "agent" };
let grace: Actor & { kind: "agent" };
beforeAll(async () => {
  world = await createWorld();
  await world.addAccount({ channel: "messenger", externalId: page });
  ada = await addAgent(world, { name: "Ada", role: "supervisor" });
  grace = await addAgent(world, { name: "Grace", role: "supervisor" });
});
afterAll(() => world.close());

const rows = async (sql: string, ...values: unknown[]) => (await world.database.ingest.query(sql, values)).rows;
const later = (ms: number) => {
  world.clock.now = new Date(world.clock.now.getTime() + ms);
};

const writes = (text: string, person?: string, at?: number) => customerWrites(world, { page, text, person, at });

const told = async (whom: Actor, id: string) =>
  (await readNotices(world.database, whom, [id], world.clock.now)).map(({ event, preview, by }) => [event, preview ?? by]);

it("what nobody has concerns everybody, what somebody has only them, and nothing for long", async () => {
  const { id, person } = await writes("Hello  \n there");
  expect(await told(ada, id)).toEqual([["unassigned_message", "Hello there"]]);
  expect(await told(grace, id)).toEqual([["unassigned_message", "Hello there"]]);
  const key: Actor = { kind: "api_key", workspaceId: world.workspaceId, keyId: crypto.randomUUID(), name: "k", scopes: ["read"] };
  expect(await told(key, id)).toEqual([]);

  later(3 * minute);
  await updateConversation(world.context, grace, id, { assigneeId: ada.agentId });
  expect(await told(ada, id)).toEqual([["assigned", "Grace"]]);
  expect(await told(grace, id)).toEqual([]);
  later(1000);
  await writes("And now?", person);
  expect(await told(ada, id)).toEqual([
    ["assigned", "Grace"],
    ["own_message", "And now?"],
  ]);
  const [first, again] = [
    await readNotices(world.database, ada, [id], world.clock.now),
    await readNotices(world.database, ada, [id], world.clock.now),
  ];
  expect(again).toEqual(first);
  expect(new Set(first.map((one) => one.id)).size).toBe(2);
  expect(await told(grace, id)).toEqual([]);
  later(3 * minute);
  expect(await told(ada, id)).toEqual([]);
});

it("a message is the same occurrence before and after somebody took the conversation", async () => {
  const { id } = await writes("Once");
  const [before] = await readNotices(world.database, ada, [id], world.clock.now);
  await updateConversation(world.context, ada, id, { assigneeId: ada.agentId });
  const after = await readNotices(world.database, ada, [id], world.clock.now);
  expect(after).toMatchObject([{ event: "own_message", id: before?.id }]);
});

it("taking a conversation oneself is no news, nor is a message that is hours old", async () => {
  const { id } = await writes("Old", undefined, world.clock.now.getTime() - 120 * minute);
  expect(await told(ada, id)).toEqual([]);
  await updateConversation(world.context, ada, id, { assigneeId: ada.agentId });
  expect(await told(ada, id)).toEqual([]);
});

it("a message of one's own that failed, whoever has the conversation", async () => {
  const { id } = await writes("Hi");
  const sent = await sendReply(world.context, ada, id, { content: { kind: "text", text: "An answer" } });
  expect(sent.ok).toBe(true);
  later(3 * minute);
  expect(await told(ada, id)).toEqual([]);
  await rows(
    "UPDATE items SET delivery_status = 'failed', delivery_at = $2 WHERE conversation_id = $1 AND direction = 'outbound'",
    id,
    world.clock.now,
  );
  expect(await told(ada, id)).toEqual([["send_failed", "An answer"]]);
  expect(await told(grace, id)).toEqual([]);
});

it("a conversation that wakes by the clock calls who has it, else who put it to sleep", async () => {
  const { id } = await writes("Tomorrow, please");
  await updateConversation(world.context, grace, id, { snoozedUntil: new Date(world.clock.now.getTime() + 10 * minute) });
  later(11 * minute);
  await sweep(world.context);
  expect(await told(grace, id)).toEqual([["reminder", null]]);
  expect(await told(ada, id)).toEqual([]);
  await updateConversation(world.context, grace, id, { assigneeId: ada.agentId });
  expect(await told(grace, id)).toEqual([]);
  expect((await told(ada, id)).map(([event]) => event)).toEqual(expect.arrayContaining(["reminder", "assigned"]));
  expect(world.news).toContainEqual(expect.objectContaining({ kind: "conversation", ids: [id] }));
});
