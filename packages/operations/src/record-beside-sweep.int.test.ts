import { createWorld, signed, testAppSecret, until, type World } from "@onethread/testing";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { deliverMessages } from "./deliver-messages.ts";
import { drainWebhooks } from "./drain-webhooks.ts";
import { webhookReceiver } from "./receive-webhook.ts";
import { sendReply } from "./send-reply.ts";

/** An answer of the platform is written down while somebody else, such as the sweep, has the message locked. */
let world: World;
let other: pg.Client;
let otherPid: number;
let conversationId: string;
beforeAll(async () => {
  world = await createWorld();
  await world.addAccount({ channel: "messenger", externalId: "330001" });
  const messaging = [
    { sender: { id: "7001" }, recipient: { id: "330001" }, timestamp: world.clock.now.getTime() - 60_000, message: { mid: "m_in", text: "Hello" } },
  ];
  await webhookReceiver(world.context)(signed({ object: "page", entry: [{ id: "330001", time: 1, messaging }] }, testAppSecret));
  await drainWebhooks(world.context);
  conversationId = (await world.database.ingest.query("SELECT id FROM conversations")).rows[0].id;
  other = new pg.Client({ connectionString: world.url });
  await other.connect();
  otherPid = (await other.query("SELECT pg_backend_pid() AS pid")).rows[0].pid;
});
afterAll(async () => {
  await other.end();
  await world.close();
});

let messageId: string;
let delivered: Promise<unknown>;
/** The message is locked as its answer comes in, and whoever writes the answer down waits for the lock. */
beforeEach(async () => {
  const mid = `mid_${Math.random()}`;
  world.answer = async () => {
    await other.query("BEGIN");
    await other.query("SELECT 1 FROM items WHERE id = $1 FOR UPDATE", [messageId]);
    return { status: 200, headers: {}, body: { recipient_id: "7001", message_id: mid } };
  };
  messageId = crypto.randomUUID().replace(/^(.{14})./, "$17");
  const actor = { kind: "system", workspaceId: world.workspaceId } as const;
  expect((await sendReply(world.context, actor, conversationId, { id: messageId, content: { kind: "text", text: "Hi" } })).ok).toBe(true);
  delivered = deliverMessages(world.context, { workspaceId: world.workspaceId, conversationId });
  await until("the answer waits for the lock", async () => (await waiting()).length > 0, { seconds: 10 });
});

const waiting = async (): Promise<number[]> =>
  (await world.database.ingest.query("SELECT pid FROM pg_stat_activity WHERE $1 = ANY(pg_blocking_pids(pid))", [otherPid])).rows.map(
    ({ pid }) => pid,
  );
const state = async (): Promise<string[]> => {
  const { rows } = await world.database.ingest.query(
    "SELECT i.delivery_status AS message, a.state AS attempt FROM items i JOIN delivery_attempts a ON a.workspace_id = i.workspace_id AND a.item_id = i.id WHERE i.id = $1",
    [messageId],
  );
  return [rows[0].message, rows[0].attempt];
};

it("stands in nobody's way: messages are locked before their attempts", async () => {
  await other.query("UPDATE delivery_attempts SET started_at = started_at WHERE item_id = $1", [messageId]);
  await other.query("COMMIT");
  await delivered;
  expect(await state()).toEqual(["sent", "sent"]);
});

it("is written down by the next try when the first was ended, and nothing else comes of it", async () => {
  for (const pid of await waiting()) await other.query("SELECT pg_cancel_backend($1)", [pid]);
  await other.query("ROLLBACK");
  await delivered;
  expect(await state()).toEqual(["sent", "sent"]);
});
