import { createWorld, type World } from "@onethread/testing";
import { afterAll, beforeAll, expect, it, onTestFinished } from "vitest";
import { startTestGateway, type TestGateway } from "./test-gateway.ts";

/**
 * What it costs the database that everybody's live stream comes back, after a gateway was gone: who asks is looked up, and
 * nothing else. Those who come together share statements of ours; a session and its person are read by the sign-in library.
 */
let world: World;
let gateway: TestGateway;
const origin = "http://127.0.0.1:3000";
const person = { email: "ada@example.com", password: "a long password" };

beforeAll(async () => {
  world = await createWorld();
  gateway = await startTestGateway(world);
});
afterAll(async () => {
  await gateway.close();
  await world.close();
});

/** Each statement here takes a connection of its own: none of them is part of a transaction. */
function countStatements(): () => number {
  let count = 0;
  const tell = () => {
    count++;
  };
  const pools = [world.database.entrance, world.database.ingest, world.database.app];
  for (const pool of pools) pool.on("acquire", tell);
  onTestFinished(() => {
    for (const pool of pools) pool.off("acquire", tell);
  });
  return () => count;
}

async function openStreams(headers: Record<string, string>[]): Promise<void> {
  const stop = new AbortController();
  const opened = await Promise.all(headers.map((one) => fetch(`${gateway.url}/live`, { headers: one, signal: stop.signal })));
  expect(new Set(opened.map(({ status }) => status))).toEqual(new Set([200]));
  stop.abort();
}

it("with API keys: one statement for each at most", async () => {
  const keys = await Promise.all(Array.from({ length: 20 }, () => gateway.key(world.workspaceId)));
  const headers = keys.map((key) => ({ authorization: `Bearer ${key}` }));
  const statements = countStatements();
  await openStreams(Array.from({ length: 5 }, () => headers).flat());
  expect(statements()).toBeGreaterThan(0);
  expect(statements()).toBeLessThanOrEqual(100);
});

it.each([
  ["fresh: one for each at most", true, 50],
  // The copy of the session that is signed into a cookie is good for a minute; without it the session is read.
  ["a minute old: two for each, and the agents' together", false, 125],
])("with the cookies of a signed-in agent, %s", async (_, fresh, most) => {
  const cookies = (await signIn()).filter((cookie) => fresh || !cookie.includes("session_data"));
  expect(cookies.length).toBeGreaterThan(0);
  const headers = Array.from({ length: 50 }, () => ({ cookie: cookies.join("; ") }));
  const statements = countStatements();
  await openStreams(headers);
  expect(statements()).toBeGreaterThan(0);
  expect(statements()).toBeLessThanOrEqual(most);
});

async function signIn(): Promise<string[]> {
  const key = await gateway.key(world.workspaceId);
  const { body } = await gateway.call(key, "POST", "/api/v1/invitations", { email: person.email, role: "agent" });
  const token = /[^/=]+$/.exec(body.url)?.[0];
  await gateway.call(null, "POST", "/api/v1/invitations/accept", { token, name: "Ada", password: person.password });
  const answer = await fetch(`${gateway.url}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin },
    body: JSON.stringify(person),
  });
  expect(answer.status).toBe(200);
  return answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0] ?? "");
}
