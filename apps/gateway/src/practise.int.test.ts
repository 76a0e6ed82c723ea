import type { Actor } from "@onethread/core";
import { drainWebhooks, practise } from "@onethread/operations";
import { type RunningSimulator, startSimulator } from "@onethread/simulator";
import { createWorld, testAppSecret, type World } from "@onethread/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestGateway, type TestGateway } from "./test-gateway.ts";

let world: World;
let gateway: TestGateway;
let simulator: RunningSimulator;
beforeAll(async () => {
  world = await createWorld();
  gateway = await startTestGateway(world);
  const account = { channel: "messenger" as const, externalId: "330001", name: "Alpaca" };
  const app = { appSecret: testAppSecret, verifyToken: "test-verify", appId: "1234567890" };
  simulator = await startSimulator({ ...app, webhookUrl: `${gateway.url}/webhooks/meta`, accounts: [account] }, { port: 0 });
});
afterAll(async () => {
  await simulator.close();
  await gateway.close();
  await world.close();
});

const agent = (role: "viewer" | "agent" = "agent"): Actor => ({
  kind: "agent",
  workspaceId: world.workspaceId,
  agentId: "0190a000-0000-7000-8000-000000000001",
  name: "A",
  role,
});
const code = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? "ok" : result.error?.code);

it("lets a customer write who is not real, by the way of real ones, and says what is missing for it", async () => {
  const write = (actor: Actor, url: string | null = simulator.url) => practise(world.context, actor, url, "Do you ship to Norway?");
  expect(code(await write(agent("viewer")))).toBe("forbidden");
  expect(code(await write(agent(), null))).toBe("not_found");
  expect(code(await write(agent()))).toBe("channel_unavailable");
  const key = await gateway.key(world.workspaceId);
  expect(await gateway.call(key, "POST", "/api/v1/practice-messages", { text: "Hi" })).toMatchObject({ status: 403, body: { code: "forbidden" } });
  await world.addAccount({ channel: "messenger", externalId: "330001" });
  expect(code(await write(agent(), "http://127.0.0.1:9"))).toBe("unavailable");
  expect(code(await write(agent()))).toBe("ok");
  expect(code(await write(agent()))).toBe("ok");
  await drainWebhooks(world.context);
  const { rows } = await world.database.ingest.query("SELECT content ->> 'text' AS text FROM items WHERE type = 'message'");
  expect(rows).toEqual([{ text: "Do you ship to Norway?" }, { text: "Do you ship to Norway?" }]);
  expect((await world.database.ingest.query("SELECT 1 FROM customers")).rowCount).toBe(1);
});
