import { readFileSync } from "node:fs";
import path from "node:path";
import { createWorld, signed, testAppSecret, type World } from "@onethread/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { deliverMessages } from "./deliver-messages.ts";
import { drainWebhooks } from "./drain-webhooks.ts";
import { webhookReceiver } from "./receive-webhook.ts";
import { retryMessage } from "./retry-message.ts";
import { sendReply } from "./send-reply.ts";
import { sweep } from "./sweep.ts";

let world: World;
const [page, person] = ["330002", "7002"];

beforeAll(async () => {
  world = await createWorld();
  await world.addAccount({ channel: "messenger", externalId: page });
});
afterAll(() => world.close());

const rows = async (sql: string) => (await world.database.ingest.query(sql)).rows;

/** The very statement that docs/deploy.md gives to whoever restores a backup that lacks the last minutes. */
function fromTheManual(): string {
  const manual = readFileSync(path.join(import.meta.dirname, "../../../docs/deploy.md"), "utf8");
  const sql = /^ *(UPDATE items SET .*;)$/m.exec(manual)?.[1];
  if (!sql) throw new Error("docs/deploy.md no longer says what to do with replies that waited");
  return sql;
}

it("sends nothing that may have been sent since the moment to which the database was restored; a person decides", async () => {
  const actor = { kind: "system" as const, workspaceId: world.workspaceId };
  const messaging = [
    { sender: { id: person }, recipient: { id: page }, timestamp: world.clock.now.getTime() - 60_000, message: { mid: "m_in", text: "Hello" } },
  ];
  await webhookReceiver(world.context)(signed({ object: "page", entry: [{ id: page, time: 1, messaging }] }, testAppSecret));
  await drainWebhooks(world.context);
  const conversationId = (await rows("SELECT id FROM conversations"))[0].id;
  const ids = ["0190a000-0000-7000-8000-000000000001", "0190a000-0000-7000-8000-000000000002"];
  for (const id of ids) expect((await sendReply(world.context, actor, conversationId, { id, content: { kind: "text", text: "Hi" } })).ok).toBe(true);

  await rows(fromTheManual());
  world.clock.now = new Date(world.clock.now.getTime() + 1000);
  const deliver = () => deliverMessages(world.context, { workspaceId: world.workspaceId, conversationId });
  await deliver();
  await sweep(world.context);
  await deliver();
  expect(world.calls).toHaveLength(0);
  expect(await rows("SELECT delivery_status AS status FROM items WHERE direction = 'outbound'")).toEqual([
    { status: "unknown" },
    { status: "unknown" },
  ]);

  world.answer = async () => ({ status: 200, headers: {}, body: { recipient_id: person, message_id: "m_out" } });
  expect((await retryMessage(world.context, actor, ids[0] ?? "")).ok).toBe(true);
  await deliver();
  expect(world.calls).toHaveLength(1);
});
