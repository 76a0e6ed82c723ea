import { toTypeId } from "@onethread/core";
import { readConversationFiles } from "@onethread/db/read";
import { createWorld, signed, testAppSecret, type World } from "@onethread/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { drainWebhooks } from "./drain-webhooks.ts";
import { webhookReceiver } from "./receive-webhook.ts";

/** R2: ten pictures that a customer chose at once are ten webhooks in as many milliseconds. */
let world: World;
const page = "108840226517334";
const phone = "307715529984416";
const wabaId = "218840017365922";
const began = 1_793_696_401_000;
const numbers = Array.from({ length: 10 }, (_, n) => n);

beforeAll(async () => {
  world = await createWorld();
  await world.addAccount({ channel: "messenger", externalId: page });
  await world.addAccount({ channel: "whatsapp", externalId: phone, settings: { wabaId } });
});
afterAll(() => world.close());

const messenger = (n: number) => {
  const attachments = [{ type: "image", payload: { url: `https://cdn.example.com/${n}.jpg` } }];
  const message = { mid: `m_album_${n}`, attachments };
  return {
    object: "page",
    entry: [{ id: page, time: began, messaging: [{ sender: { id: "7231" }, recipient: { id: page }, timestamp: began + n, message }] }],
  };
};
/** WhatsApp tells whole seconds: all ten say the same. */
const whatsapp = (n: number) => {
  const message = {
    from: "447700900123",
    id: `wamid.album.${n}`,
    timestamp: String(began / 1000),
    type: "image",
    image: { id: String(5000 + n), mime_type: "image/jpeg", sha256: "x" },
  };
  const value = { messaging_product: "whatsapp", metadata: { phone_number_id: phone }, messages: [message] };
  return { object: "whatsapp_business_account", entry: [{ id: wabaId, changes: [{ field: "messages", value }] }] };
};

async function timeline(channel: string): Promise<{ conversations: number; ids: string[] }> {
  const { rows } = await world.database.ingest.query<{ conversation: string; id: string }>(
    `SELECT conversation_id AS conversation, external_id AS id FROM items WHERE channel = $1 AND type = 'message' ORDER BY occurred_at, seq`,
    [channel],
  );
  return { conversations: new Set(rows.map(({ conversation }) => conversation)).size, ids: rows.map(({ id }) => id) };
}

it("are ten messages of one conversation in the order they were sent, however they come and whoever works them off", async () => {
  const receive = webhookReceiver(world.context);
  const anyhow = numbers.map((n) => (n * 7) % 10);
  await Promise.all([
    ...anyhow.map((n) => receive(signed(messenger(n), testAppSecret))),
    ...Array.from({ length: 4 }, () => drainWebhooks(world.context)),
  ]);
  while ((await drainWebhooks(world.context)) > 0);
  expect(await timeline("messenger")).toEqual({ conversations: 1, ids: numbers.map((n) => `m_album_${n}`) });
});

it("that bear the same second stand in the order they came in", async () => {
  const receive = webhookReceiver(world.context);
  for (const n of numbers) await receive(signed(whatsapp(n), testAppSecret));
  while ((await drainWebhooks(world.context)) > 0);
  expect(await timeline("whatsapp")).toEqual({ conversations: 1, ids: numbers.map((n) => `wamid.album.${n}`) });
});

it("are the conversation's files, the latest first, page by page, without those of a deleted message", async () => {
  const [{ id }] = (await world.database.ingest.query("SELECT conversation_id AS id FROM items WHERE external_id = 'wamid.album.0'")).rows;
  const actor = { kind: "system", workspaceId: world.workspaceId } as const;
  const read = async (limit: number, cursor?: string) => {
    const page = await readConversationFiles(world.database, actor, { conversationId: id, limit, cursor });
    if (!page.ok) throw new Error(page.error.code);
    return page.value;
  };
  const first = await read(6);
  const second = await read(6, first.page.next ?? "");
  expect([first.data.length, second.data.length, second.page.next]).toEqual([6, 4, null]);
  const all = [...first.data, ...second.data];
  const { rows } = await world.database.ingest.query("SELECT id FROM items WHERE conversation_id = $1 AND type = 'message' ORDER BY seq DESC", [id]);
  expect(all.map(({ itemId }) => itemId)).toEqual(rows.map((row) => toTypeId("message", row.id)));
  expect(new Set(all.map(({ attachment }) => attachment.id)).size).toBe(10);
  expect(all[0]).toMatchObject({ direction: "inbound", attachment: { kind: "image", state: "pending" } });
  await world.database.ingest.query("UPDATE items SET deleted_at = now() WHERE external_id = 'wamid.album.9'");
  await world.database.ingest.query(
    "UPDATE attachments a SET sticker = true FROM items i WHERE i.workspace_id = a.workspace_id AND i.id = a.item_id AND i.external_id = 'wamid.album.8'",
  );
  expect((await read(100)).data).toHaveLength(8);
  const broken = await readConversationFiles(world.database, actor, { conversationId: id, limit: 6, cursor: "nonsense" });
  expect(broken).toMatchObject({ ok: false, error: { code: "invalid_cursor" } });
});
