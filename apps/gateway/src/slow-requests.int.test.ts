import { createWorld, signed, testAppSecret, type World } from "@onethread/testing";
import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { startTestGateway, type TestGateway } from "./test-gateway.ts";

/**
 * What people look at is slow: a table is locked, or a query has lost its index. Whoever comes then is told to come again;
 * webhooks, sign-in, live updates and the probes of a balancer do not wait behind it.
 */
let world: World;
let gateway: TestGateway;
let key: string;
let locker: pg.Client;
/** A connection to the database is waited for a second, a statement's end up to 15 s: so far below, nobody stood in line. Milliseconds. */
const soon = 10_000;

beforeAll(async () => {
  world = await createWorld();
  gateway = await startTestGateway(world);
  key = await gateway.key(world.workspaceId);
  await world.addAccount({ channel: "messenger", externalId: "330001" });
  locker = new pg.Client({ connectionString: world.url });
  await locker.connect();
});
afterEach(() => locker.query("ROLLBACK"));
afterAll(async () => {
  await locker.end();
  await gateway.close();
  await world.close();
});

type Answer = { status: number; ms: number; retryAfter: string | null };

async function ask(path: string, init: RequestInit = {}, as: string | null = key): Promise<Answer> {
  const started = performance.now();
  const headers = { ...(as ? { authorization: `Bearer ${as}` } : {}), ...init.headers };
  const response = await fetch(`${gateway.url}${path}`, { ...init, headers });
  await response.arrayBuffer();
  return { status: response.status, ms: performance.now() - started, retryAfter: response.headers.get("retry-after") };
}

function sendWebhook(mid: string): Promise<Answer> {
  const messaging = [{ sender: { id: "71" }, recipient: { id: "330001" }, timestamp: Date.now(), message: { mid, text: mid } }];
  const { body, signature } = signed({ object: "page", entry: [{ id: "330001", time: 1, messaging }] }, testAppSecret);
  return ask("/webhooks/meta", { method: "POST", headers: { "x-hub-signature-256": signature }, body }, null);
}

it.each([
  { what: "the inbox", table: "conversations", path: "/api/v1/conversations" },
  { what: "the webhook log", table: "webhook_items", path: "/api/v1/webhook-events" },
])("while $what is slow, the rest is quick", { timeout: 60_000 }, async ({ table, path }) => {
  await locker.query(`BEGIN; LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
  const slow = Array.from({ length: 60 }, () => ask(path));
  await Promise.race(slow);

  // The lock is held until all of these are answered: whoever waited behind it would be refused.
  const quick = {
    webhook: await sendWebhook(`m_${table}`),
    webhooks: await ask("/readyz?only=database,migrations", {}, null),
    signIn: await ask(
      "/api/auth/sign-in/email",
      {
        method: "POST",
        headers: { "content-type": "application/json", origin: "http://127.0.0.1:3000" },
        body: JSON.stringify({ email: "nobody@example.com", password: "wrong password" }),
      },
      null,
    ),
    stranger: await ask(path, {}, "ot_nobody"),
  };
  expect(Object.entries(quick).map(([name, { status }]) => [name, status])).toEqual([
    ["webhook", 200],
    ["webhooks", 200],
    ["signIn", 401],
    ["stranger", 401],
  ]);
  const live = await fetch(`${gateway.url}/live`, { headers: { authorization: `Bearer ${key}` } });
  expect(live.status).toBe(200);
  await live.body?.cancel();

  // Who has no connection does not wait for one; who has one is let go with the lock.
  await locker.query("ROLLBACK");
  const answers = await Promise.all(slow);
  const refused = answers.filter(({ status }) => status === 503);
  expect(refused.length).toBeGreaterThan(answers.length / 2);
  for (const { ms, retryAfter } of refused) expect([ms < soon, retryAfter]).toEqual([true, "1"]);
  expect(answers.filter(({ status }) => status !== 503).map(({ status }) => status)).toEqual(Array(answers.length - refused.length).fill(200));
  expect((await ask(path)).status).toBe(200);
});
