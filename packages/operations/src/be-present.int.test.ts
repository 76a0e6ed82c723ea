import { type Actor, defaultAgentSettings } from "@onethread/core";
import { readAgentSettings } from "@onethread/db/read";
import { addAgent, createWorld, signed, testAppSecret, type World } from "@onethread/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { bePresent } from "./be-present.ts";
import { drainWebhooks } from "./drain-webhooks.ts";
import { webhookReceiver } from "./receive-webhook.ts";
import { updateAgentSettings } from "./update-agent-settings.ts";

let world: World;
let ada: Actor & { kind: "agent" };
let conversationId: string;
beforeAll(async () => {
  world = await createWorld();
  ada = await addAgent(world, { name: "Ada", role: "viewer" });
  await world.addAccount({ channel: "messenger", externalId: "330010" });
  const messaging = [{ sender: { id: "9100" }, recipient: { id: "330010" }, timestamp: Date.now(), message: { mid: "m_1", text: "Hello" } }];
  await webhookReceiver(world.context)(signed({ object: "page", entry: [{ id: "330010", time: 1, messaging }] }, testAppSecret));
  await drainWebhooks(world.context);
  conversationId = (await world.database.ingest.query("SELECT id FROM conversations")).rows[0].id;
});
afterAll(() => world.close());

it("an agent is seen where they are, unless they chose not to be; keys are nowhere", async () => {
  expect(await bePresent(world.context, ada, conversationId)).toEqual({ ok: true, value: { agentId: ada.agentId, shown: true } });
  expect(await readAgentSettings(world.database, ada)).toEqual(defaultAgentSettings);
  const changed = await updateAgentSettings(world.context, ada, { showPresence: false });
  expect(changed).toEqual({ ok: true, value: { ...defaultAgentSettings, showPresence: false } });
  expect(await updateAgentSettings(world.context, ada, { undoSeconds: 10 })).toMatchObject({ value: { showPresence: false, undoSeconds: 10 } });
  expect(await bePresent(world.context, ada, conversationId)).toMatchObject({ value: { shown: false } });
  expect(world.news.at(-1)).toMatchObject({ kind: "agent_settings", ids: [ada.agentId] });
  const key: Actor = { kind: "api_key", workspaceId: world.workspaceId, keyId: crypto.randomUUID(), name: "k", scopes: ["read"] };
  expect(await bePresent(world.context, key, conversationId)).toMatchObject({ error: { code: "forbidden" } });
  expect(await updateAgentSettings(world.context, key, {})).toMatchObject({ error: { code: "forbidden" } });
  expect(await readAgentSettings(world.database, key)).toEqual(defaultAgentSettings);
});

it("another workspace's conversation is not there, and one's settings are one's own", async () => {
  const other = await world.addWorkspace("Other");
  const eve = await addAgent(world, { name: "Eve", role: "owner", workspaceId: other });
  expect(await bePresent(world.context, eve, conversationId)).toMatchObject({ error: { code: "not_found" } });
  expect(await readAgentSettings(world.database, await addAgent(world, { name: "Bea", role: "agent" }))).toEqual(defaultAgentSettings);
});
