import { connect, createServer, type Server, type Socket } from "node:net";
import { type Database, openDatabase } from "@onethread/db/client";
import { drainWebhooks } from "@onethread/operations";
import { createWorld, signed, testAppSecret, type World } from "@onethread/testing";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startTestGateway, type TestGateway } from "./test-gateway.ts";

/**
 * Postgres away, in the ways it goes away: refusing, accepting without a word, silent in the middle of a connection.
 * The platform then needs a quick 503, and sends again: nothing is lost, nothing is there twice. The gateway reaches
 * Postgres through a line that the test cuts and mends.
 */
let world: World;
let line: Line;
let database: Database;
let gateway: TestGateway;
let key: string;
let own: { typeId: string };
const page = "330001";
const ownSecret = "a secret of the business";
/** The platform is answered within about a second. Milliseconds; generous, since other tests run at the same time. */
const soon = 2000;

beforeAll(async () => {
  world = await createWorld();
  line = await openLine(Number(new URL(world.url).port));
  const url = new URL(world.url);
  url.port = String(line.port);
  // Half a minute of waiting for what never answers is no part of the proof.
  database = openDatabase({ url: url.href, silentAfterMs: 1500 });
  await world.addAccount({ channel: "messenger", externalId: page });
  own = await world.addAccount({ channel: "messenger", externalId: "330002" });
  const id = (await world.database.ingest.query("SELECT id FROM channel_accounts WHERE external_id = '330002'")).rows[0].id;
  const place = { workspaceId: world.workspaceId, table: "channel_accounts", rowId: id, column: "app_secret" };
  await world.database.ingest.query("UPDATE channel_accounts SET app_secret = $2 WHERE id = $1", [id, world.context.secrets.seal(ownSecret, place)]);
  gateway = await startTestGateway({ ...world, context: { ...world.context, database } });
  key = await gateway.key(world.workspaceId, ["read"]);
});
afterEach(() => line.mend());
afterAll(async () => {
  await gateway.close();
  await database.close();
  await line.close();
  await world.close();
});

const webhook = (mid: string) => ({
  object: "page",
  entry: [{ id: page, time: 1, messaging: [{ sender: { id: "71" }, recipient: { id: page }, timestamp: Date.now(), message: { mid, text: mid } }] }],
});

type Answer = { status: number; ms: number; type: string | null; text: string };

async function send(content: unknown, path = "/webhooks/meta", secret = testAppSecret): Promise<Answer> {
  const { body, signature } = signed(content, secret);
  const started = performance.now();
  const response = await fetch(`${gateway.url}${path}`, { method: "POST", headers: { "x-hub-signature-256": signature }, body });
  const text = await response.text();
  return { status: response.status, ms: performance.now() - started, type: response.headers.get("content-type"), text };
}

function expectUnavailable(answer: Answer): void {
  expect({ ...answer, ms: 0, text: "" }).toEqual({ status: 503, ms: 0, type: "application/problem+json", text: "" });
  expect(JSON.parse(answer.text)).toMatchObject({ status: 503, code: "unavailable", title: expect.any(String), detail: expect.any(String) });
  expect(answer.text).not.toMatch(/\n|\bat \/|\.ts\b|node_modules|ECONN|pg|postgres|127\.0\.0\.1|stack/i);
  expect(answer.ms).toBeLessThan(soon);
}

async function stored(mid: string): Promise<number> {
  const { rows } = await world.database.ingest.query(
    "SELECT count(*)::int AS n FROM webhook_events WHERE position(convert_to($1, 'UTF8') IN body) > 0",
    [`"${mid}"`],
  );
  return rows[0].n;
}

/** What the platform does: sends again until it is taken. */
async function sendUntilTaken(content: unknown, path?: string, secret?: string): Promise<void> {
  for (const end = Date.now() + 20_000; (await send(content, path, secret)).status !== 200; ) {
    if (Date.now() > end) throw new Error("the webhook is still refused long after Postgres is back");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const ways: { name: string; cut: () => Promise<void>; mend: () => Promise<void> }[] = [
  { name: "refuses connections", cut: () => line.refuse(), mend: () => line.mend() },
  { name: "takes connections and says nothing", cut: () => line.silence("new"), mend: () => line.mend() },
  { name: "falls silent on open connections, which come back to life", cut: () => line.silence("open"), mend: () => line.revive() },
  {
    name: "falls silent on open connections, which never say anything again",
    cut: () => line.silence("open"),
    mend: () => line.mend("keep the dead"),
  },
];

describe.each(ways)("Postgres $name", ({ name, cut, mend }) => {
  const mid = (n: number | string) => `m.${name.length}.${n}`;

  it("answers 503 with a problem document within about a second, and stores the repetition once", async () => {
    await Promise.all(Array.from({ length: 4 }, (_, n) => sendUntilTaken(webhook(mid(`warm${n}`)))));
    await cut();
    const contents = Array.from({ length: 5 }, (_, n) => webhook(mid(n)));
    for (const answer of await Promise.all(contents.map((content) => send(content)))) expectUnavailable(answer);
    // One more after the first ones have failed: a flush that hangs must not hold it up.
    expectUnavailable(await send(contents[0]));

    await mend();
    await Promise.all(contents.map((content) => sendUntilTaken(content)));
    expect((await send(contents[0])).status).toBe(200);
    expect(await Promise.all(contents.map((_, n) => stored(mid(n))))).toEqual([1, 1, 1, 1, 1]);
  });

  it("does so too at the endpoint of a business' own app, and in the API", async () => {
    const path = `/webhooks/meta/${own.typeId}`;
    const content = { object: "page", entry: [{ id: "330002", time: 1, messaging: [] }], mid: mid("own") };
    await cut();
    const answers = await Promise.all([send(content, path, ownSecret), send(content, path, ownSecret)]);
    for (const answer of answers) expectUnavailable(answer);
    if (name === "refuses connections") {
      const { status, body } = await gateway.call(key, "GET", "/api/v1/labels");
      expect([status, body.code, Object.keys(body).sort()]).toEqual([503, "unavailable", ["code", "detail", "requestId", "status", "title", "type"]]);
    }
    await mend();
    await sendUntilTaken(content, path, ownSecret);
    expect(await stored(mid("own"))).toBe(1);
  });
});

it("makes one message of each webhook in the end", async () => {
  await drainWebhooks(world.context);
  const { rows } = await world.database.ingest.query(
    "SELECT (SELECT count(*)::int FROM items) AS items, (SELECT count(DISTINCT external_id)::int FROM items) AS different, (SELECT count(*)::int FROM customers) AS customers",
  );
  expect(rows).toEqual([{ items: ways.length * 9, different: ways.length * 9, customers: 1 }]);
});

type Line = {
  port: number;
  /** Cuts every connection and takes no new one. */
  refuse(): Promise<void>;
  /** Lets nothing through: on connections that are open, or (these being cut) on those that come. */
  silence(on: "open" | "new"): Promise<void>;
  /** Lets what was held go through after all. */
  revive(): Promise<void>;
  /** Takes new connections again. What was silent is cut, or stays as it is: a dead peer closes nothing. */
  mend(dead?: "keep the dead"): Promise<void>;
  close(): Promise<void>;
};

/** A line to a local port that can be cut, silenced and mended. */
async function openLine(target: number): Promise<Line> {
  const pairs = new Set<{ near: Socket; far: Socket | null }>();
  let silent = false;
  let server: Server | null = null;
  let port = 0;

  async function listen(): Promise<void> {
    if (server) return;
    const fresh = createServer((near) => {
      const far = silent ? null : connect(target, "127.0.0.1");
      const pair = { near, far };
      pairs.add(pair);
      const end = () => {
        near.destroy();
        far?.destroy();
        pairs.delete(pair);
      };
      for (const socket of [near, far]) socket?.on("error", () => {}).on("close", end);
      if (far) near.pipe(far).pipe(near);
    });
    await new Promise<void>((resolve) => fresh.listen(port, "127.0.0.1", resolve));
    port = (fresh.address() as { port: number }).port;
    server = fresh;
  }
  function cut(): void {
    for (const { near, far } of pairs) {
      near.destroy();
      far?.destroy();
    }
  }
  function pause(): void {
    for (const { near, far } of pairs) {
      near.unpipe();
      far?.unpipe();
      near.pause();
      far?.pause();
    }
  }

  await listen();
  return {
    get port() {
      return port;
    },
    refuse: async () => {
      const closing = server;
      server = null;
      await new Promise<void>((resolve) => {
        closing?.close(() => resolve());
        cut();
        if (!closing) resolve();
      });
    },
    silence: async (on) => {
      silent = true;
      if (on === "open") pause();
      else cut();
    },
    revive: async () => {
      silent = false;
      for (const { near, far } of pairs) if (far) near.pipe(far).pipe(near);
    },
    mend: async (dead) => {
      silent = false;
      if (!dead) for (const pair of pairs) if (!pair.far || pair.near.isPaused()) pair.near.destroy();
      await listen();
    },
    close: async () => {
      const closing = server;
      server = null;
      await new Promise<void>((resolve) => {
        closing?.close(() => resolve());
        cut();
      });
    },
  };
}
