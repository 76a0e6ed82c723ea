import { createWorld, signed, testAppSecret, type World } from "@onethread/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { drainWebhooks } from "./drain-webhooks.ts";
import { webhookReceiver } from "./receive-webhook.ts";

let world: World;
let receive: ReturnType<typeof webhookReceiver>;
const page = "108840226517334";
const phone = "307715529984416";

beforeAll(async () => {
  world = await createWorld();
  receive = webhookReceiver(world.context);
  await world.addAccount({ channel: "messenger", externalId: page });
  await world.addAccount({ channel: "whatsapp", externalId: phone, settings: { wabaId: "218840017365922" } });
});
afterAll(() => world.close());

const messenger = (text: string, mid: string, sender = "7231904486652018", at = 1793696401137) => ({
  object: "page",
  entry: [{ id: page, time: at, messaging: [{ sender: { id: sender }, recipient: { id: page }, timestamp: at, message: { mid, text } }] }],
});
const send = async (body: unknown) => receive(signed(body, testAppSecret));
const rows = async (sql: string, ...values: unknown[]) => (await world.database.ingest.query(sql, values)).rows;

describe("drain-webhooks", () => {
  it("makes one customer, one conversation and one message of fifty copies (R1)", async () => {
    await Promise.all(Array.from({ length: 50 }, () => send(messenger("Hello", "m_1"))));
    await Promise.all([drainWebhooks(world.context), drainWebhooks(world.context)]);
    expect(await rows("SELECT content ->> 'text' AS text, direction, author_type FROM items")).toEqual([
      { text: "Hello", direction: "inbound", author_type: "customer" },
    ]);
    expect(await rows("SELECT status, unread, waiting_on, channels FROM conversations")).toEqual([
      { status: "open", unread: 1, waiting_on: "us", channels: ["messenger"] },
    ]);
    expect(await rows("SELECT state FROM webhook_events")).toEqual([{ state: "processed" }]);
  });

  it("refuses a wrong signature without a row and quarantines malformed JSON", async () => {
    const { body } = signed(messenger("x", "m_x"), testAppSecret);
    expect(await receive({ body, signature: "sha256=00" })).toMatchObject({ ok: false, error: { code: "invalid_signature" } });
    expect(await send('{"object":"page","entry":[')).toEqual({ ok: true, value: { stored: true } });
    await drainWebhooks(world.context);
    expect(await rows("SELECT state, reason FROM webhook_events WHERE state <> 'processed'")).toEqual([
      { state: "quarantined", reason: "malformed_json" },
    ]);
  });

  it("ends a wait with an echo and applies a read watermark that came first", async () => {
    const at = 1793696500000;
    await send({
      object: "page",
      entry: [
        {
          id: page,
          time: at,
          messaging: [{ sender: { id: "7231904486652018" }, recipient: { id: page }, timestamp: at + 10, read: { watermark: at + 5 } }],
        },
      ],
    });
    await drainWebhooks(world.context);
    await send({
      object: "page",
      entry: [
        {
          id: page,
          time: at,
          messaging: [
            {
              sender: { id: page },
              recipient: { id: "7231904486652018" },
              timestamp: at,
              message: { mid: "m_2", text: "Hi", is_echo: true, app_id: 42 },
            },
          ],
        },
      ],
    });
    await drainWebhooks(world.context);
    expect(await rows("SELECT author_type, delivery_status FROM items WHERE external_id = 'm_2'")).toEqual([
      { author_type: "business", delivery_status: "read" },
    ]);
    expect(await rows("SELECT waiting_on FROM conversations")).toEqual([{ waiting_on: "customer" }]);
  });

  it("joins a WhatsApp phone and a business-scoped id when one message carries both", async () => {
    const wa = (id: string, from: Record<string, string>, seconds: number) => ({
      object: "whatsapp_business_account",
      entry: [
        {
          id: "218840017365922",
          changes: [
            {
              field: "messages",
              value: {
                messaging_product: "whatsapp",
                metadata: { display_phone_number: "442079460182", phone_number_id: phone },
                contacts: [],
                messages: [{ ...from, id, timestamp: String(seconds), type: "text", text: { body: id } }],
              },
            },
          ],
        },
      ],
    });
    await send(wa("wamid.1", { from: "447700900461" }, 1793697300));
    await send(wa("wamid.2", { from_user_id: "GB.48120957316604" }, 1793697301));
    await drainWebhooks(world.context);
    expect(await rows("SELECT count(DISTINCT customer_id)::int AS n FROM identities WHERE kind LIKE 'wa_%'")).toEqual([{ n: 2 }]);
    await send(wa("wamid.3", { from: "447700900461", from_user_id: "GB.48120957316604" }, 1793697302));
    await drainWebhooks(world.context);
    expect(
      await rows("SELECT count(DISTINCT customer_id)::int AS n, count(DISTINCT person_id)::int AS p FROM identities WHERE kind LIKE 'wa_%'"),
    ).toEqual([{ n: 1, p: 1 }]);
    expect(await rows("SELECT count(DISTINCT conversation_id)::int AS n, count(*)::int AS items FROM items WHERE external_id LIKE 'wamid%'")).toEqual(
      [{ n: 1, items: 3 }],
    );
    expect(await rows("SELECT by_type FROM merges")).toEqual([{ by_type: "system" }]);
  });
});
