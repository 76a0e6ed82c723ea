import { randomBytes } from "node:crypto";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import { sendReference } from "@onethread/core";
import { newId, secretBox } from "@onethread/db/client";
import { type OpenContext, openContext, sendReply, webhookReceiver } from "@onethread/operations";
import { createWorld, ownRedis, signed, testAppSecret, until, type World } from "@onethread/testing";
import { describe, expect, it } from "vitest";
import { startProcess, type TestProcess } from "./test-process.ts";

/**
 * kill -9 to a worker at the two worst moments of a send: while the platform's answer is out, and when it has come but
 * is not written yet. Nobody can know whether the message went out, so it is never sent again by itself. The worker is
 * the real one, a process; the platform is a server that the test holds in its hand.
 */
const redisUrl = await ownRedis();
type Closing = (() => Promise<void>)[];

const page = "330001";
const shopper = "7001";
const number = { phoneNumberId: "110001", wabaId: "220001", person: "447700900461" };

describe.concurrent.each([
  { name: "Postgres", redis: false, skip: false },
  { name: "Redis", redis: true, skip: redisUrl === null },
])("a worker killed while sending, jobs on $name", ({ redis, skip }) => {
  it.skipIf(skip)(
    "posts each message once, calls it unknown, settles it by webhook, and goes on with later ones",
    { timeout: 150_000 },
    async ({ onTestFinished }) => {
      const closing: Closing = [];
      onTestFinished(async () => {
        for (const close of closing.reverse()) await close();
      });
      const stage = await openStage(redis ? redisUrl : null, closing);
      const { world, graph, send, status, receive } = stage;

      // One send whose answer is out, one whose answer has come but can't be written: both rows are `sending`.
      const worker = stage.startWorker();
      const unanswered = await send(stage.onMessenger, "unanswered");
      const unwritten = await send(stage.onWhatsapp, "unwritten");
      await until("the sends come to this", () => graph.held.has("unanswered") && graph.held.has("unwritten"));
      const lock = await holdRow(world, unwritten);
      graph.answer("unwritten", { messages: [{ id: "wamid.unwritten" }] });
      await until("the sends come to this", async () => (await waitingForLocks(world)) > 0);
      const later = [await send(stage.onMessenger, "later 1"), await send(stage.onWhatsapp, "later 2")];
      await worker.kill();
      await lock.release();
      expect([await status(unanswered), await status(unwritten)]).toEqual(["sending", "sending"]);

      // The dead worker's jobs are taken over by the next one, which must find out that it knows nothing.
      graph.answerAll();
      const next = stage.startWorker();
      await Promise.all([takenOver(next, 2), next.line((line) => line.includes("the worker is up"))]);
      const firsts = () => graph.posts.filter((said) => !said.startsWith("later")).toSorted();
      expect(firsts()).toEqual(["unanswered", "unwritten"]);

      // Half a minute later, without waiting for it.
      await world.database.ingest.query("UPDATE items SET next_attempt_at = now() - interval '1 second' WHERE delivery_status = 'sending'");
      await until("the sends come to this", async () => (await status(unanswered)) === "unknown" && (await status(unwritten)) === "unknown");
      await until("the sends come to this", async () => (await status(later[0] ?? "")) === "sent" && (await status(later[1] ?? "")) === "sent");
      expect(graph.posts.toSorted()).toEqual(["later 1", "later 2", "unanswered", "unwritten"]);

      await receive(echo(unanswered, "m_unanswered"));
      await receive(delivered(unwritten, "wamid.unwritten"));
      await until("the sends come to this", async () => (await status(unanswered)) === "sent" && (await status(unwritten)) === "delivered");
      const { rows } = await world.database.ingest.query(
        `SELECT i.content ->> 'text' AS text, i.external_id AS "externalId", count(a.number)::int AS attempts
       FROM items i LEFT JOIN delivery_attempts a ON a.workspace_id = i.workspace_id AND a.item_id = i.id
       WHERE i.direction = 'outbound' GROUP BY i.id, i.content, i.external_id ORDER BY 1`,
      );
      expect(rows).toEqual([
        { text: "later 1", externalId: "mid.later 1", attempts: 1 },
        { text: "later 2", externalId: "mid.later 2", attempts: 1 },
        { text: "unanswered", externalId: "m_unanswered", attempts: 1 },
        { text: "unwritten", externalId: "wamid.unwritten", attempts: 1 },
      ]);
      expect(graph.posts).toHaveLength(4);
    },
  );
});

const echo = (id: string, mid: string) => ({
  object: "page",
  entry: [
    {
      id: page,
      time: 1,
      messaging: [
        {
          sender: { id: page },
          recipient: { id: shopper },
          timestamp: Date.now(),
          message: { mid, text: "unanswered", is_echo: true, app_id: 1234567890, metadata: sendReference(id, 1) },
        },
      ],
    },
  ],
});

const onNumber = (value: object) => ({
  object: "whatsapp_business_account",
  entry: [
    {
      id: number.wabaId,
      changes: [{ field: "messages", value: { messaging_product: "whatsapp", metadata: { phone_number_id: number.phoneNumberId }, ...value } }],
    },
  ],
});

const seconds = () => String(Math.floor(Date.now() / 1000));
const delivered = (id: string, externalId: string) =>
  onNumber({
    statuses: [
      {
        id: externalId,
        status: "delivered",
        timestamp: seconds(),
        recipient_id: number.person,
        biz_opaque_callback_data: sendReference(id, 1),
      },
    ],
  });

/** A database with two conversations, the platform's server, and workers over both. */
async function openStage(redis: string | null, closing: Closing) {
  const world = await createWorld();
  closing.push(() => world.close());
  const graph = await openGraph();
  closing.push(graph.close);
  const key = randomBytes(32);
  const settings = { databaseUrl: world.url, redisUrl: redis ?? undefined, encryptionKeys: [key.toString("hex")] };
  const open: OpenContext = await openContext({
    ...settings,
    hosts: { facebook: graph.url, instagram: graph.url },
    meta: world.context.meta,
    publicUrl: "http://127.0.0.1:9",
    media: { folder: os.tmpdir() },
    log: world.context.log,
  });
  closing.push(open.close);

  for (const [channel, externalId] of [["messenger", page] as const, ["whatsapp", number.phoneNumberId] as const]) {
    await world.addAccount({ channel, externalId, settings: channel === "whatsapp" ? { wabaId: number.wabaId } : {} });
    const { id } = (await world.database.ingest.query("SELECT id FROM channel_accounts WHERE external_id = $1", [externalId])).rows[0];
    const place = { workspaceId: world.workspaceId, table: "channel_accounts", rowId: id, column: "access_token" };
    await world.database.ingest.query("UPDATE channel_accounts SET access_token = $2 WHERE id = $1", [id, secretBox([key]).seal("token", place)]);
  }
  const take = webhookReceiver(open.context);
  const receive = async (content: unknown) => expect((await take(signed(content, testAppSecret))).ok).toBe(true);
  const startWorker = () => {
    const worker = startProcess("worker", {
      DATABASE_URL: world.url,
      ...(redis ? { REDIS_URL: redis } : {}),
      ENCRYPTION_KEYS: key.toString("hex"),
      META_GRAPH_BASE_URL: graph.url,
      META_INSTAGRAM_GRAPH_BASE_URL: graph.url,
      LOG_LEVEL: "debug",
    });
    closing.push(worker.kill);
    return worker;
  };
  const conversationOf = async (channel: string): Promise<string> => {
    const find = () => world.database.ingest.query("SELECT conversation_id AS id FROM items WHERE channel = $1 AND direction = 'inbound'", [channel]);
    await until("the sends come to this", async () => (await find()).rows.length === 1);
    return (await find()).rows[0].id;
  };

  await receive({
    object: "page",
    entry: [
      {
        id: page,
        time: 1,
        messaging: [{ sender: { id: shopper }, recipient: { id: page }, timestamp: Date.now(), message: { mid: "m_in", text: "Hi" } }],
      },
    ],
  });
  await receive(onNumber({ messages: [{ from: number.person, id: "wamid.in", timestamp: seconds(), type: "text", text: { body: "Hi" } }] }));
  return {
    world,
    graph,
    receive,
    startWorker,
    onMessenger: () => conversationOf("messenger"),
    onWhatsapp: () => conversationOf("whatsapp"),
    send: async (conversation: () => Promise<string>, text: string): Promise<string> => {
      const id = newId();
      const sent = await sendReply(open.context, { kind: "system", workspaceId: world.workspaceId }, await conversation(), {
        id,
        content: { kind: "text", text },
      });
      expect(sent.ok).toBe(true);
      return id;
    },
    status: async (id: string): Promise<string> =>
      (await world.database.ingest.query("SELECT delivery_status AS status FROM items WHERE id = $1", [id])).rows[0].status,
  };
}

/** The platform's server: counts what is posted, and holds each answer until the test gives it. */
async function openGraph() {
  const held = new Map<string, ServerResponse>();
  const posts: string[] = [];
  let holding = true;
  const finish = (response: ServerResponse, body: object) =>
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      if (request.method !== "POST") return finish(response, { id: "1", name: "Ada" });
      const { message, text } = JSON.parse(Buffer.concat(chunks).toString("utf8"));
      const said: string = message?.text ?? text.body;
      posts.push(said);
      if (holding) held.set(said, response);
      else finish(response, { message_id: `mid.${said}`, messages: [{ id: `mid.${said}` }] });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    held,
    posts,
    answer: (said: string, body: object) => {
      const response = held.get(said);
      if (response) finish(response, body);
    },
    answerAll: () => {
      holding = false;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function holdRow(world: World, id: string): Promise<{ release(): Promise<void> }> {
  const client = await world.database.ingest.connect();
  client.on("error", () => {});
  await client.query("BEGIN");
  await client.query("SELECT 1 FROM items WHERE id = $1 FOR UPDATE", [id]);
  return {
    release: async () => {
      await client.query("ROLLBACK");
      client.release();
    },
  };
}

async function waitingForLocks(world: World): Promise<number> {
  const { rows } = await world.database.app.query<{ n: number }>(
    "SELECT count(*)::int AS n FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE a.datname = current_database() AND NOT l.granted",
  );
  return rows[0]?.n ?? 0;
}

/** The jobs of the dead worker have run again: each says so when it is done. */
async function takenOver(worker: TestProcess, jobs: number): Promise<void> {
  await until(
    "the sends come to this",
    () => worker.lines.filter((line) => line.includes('"job":"message.deliver"') && line.includes("a job is done")).length >= jobs,
  );
}
