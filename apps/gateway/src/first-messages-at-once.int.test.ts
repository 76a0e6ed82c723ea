import { type Database, openDatabase } from "@onethread/db/client";
import { drainWebhooks } from "@onethread/operations";
import { createWorld, until, type World } from "@onethread/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestGateway, type TestGateway } from "./test-gateway.ts";

/**
 * The first messages of one person, at once, through gateways and workers that know nothing of each other: every lane
 * has connections of its own. Nobody may become two customers.
 */
let world: World;
let lanes: { database: Database; gateway: TestGateway; drain: () => Promise<number> }[];
let key: string;
const page = "330001";
const number = { phoneNumberId: "110001", wabaId: "220001" };
const rounds = 20;

beforeAll(async () => {
  world = await createWorld();
  await world.addAccount({ channel: "messenger", externalId: page });
  await world.addAccount({ channel: "whatsapp", externalId: number.phoneNumberId, settings: { wabaId: number.wabaId } });
  lanes = await Promise.all(
    [1, 2, 3].map(async () => {
      const database = openDatabase({ url: world.url });
      const context = { ...world.context, database };
      return { database, gateway: await startTestGateway({ ...world, context }), drain: () => drainWebhooks(context) };
    }),
  );
  key = await lane(0).gateway.key(world.workspaceId);
});
afterAll(async () => {
  for (const { gateway, database } of lanes) {
    await gateway.close();
    await database.close();
  }
  await world.close();
});

const lane = (index: number) => lanes[index] as (typeof lanes)[number];

const onMessenger = (person: string, mid: string) => ({
  object: "page",
  entry: [
    { id: page, time: 1, messaging: [{ sender: { id: person }, recipient: { id: page }, timestamp: Date.now(), message: { mid, text: mid } }] },
  ],
});

/** WhatsApp tells a phone, a business-scoped id, or both. */
const onWhatsapp = (ids: { phone?: string; bsuid?: string }, mid: string) => ({
  object: "whatsapp_business_account",
  entry: [
    {
      id: number.wabaId,
      changes: [
        {
          field: "messages",
          value: {
            messaging_product: "whatsapp",
            metadata: { phone_number_id: number.phoneNumberId },
            contacts: [{ profile: { name: "Ada" }, ...(ids.phone ? { wa_id: ids.phone } : {}), ...(ids.bsuid ? { user_id: ids.bsuid } : {}) }],
            messages: [
              {
                ...(ids.phone ? { from: ids.phone } : {}),
                ...(ids.bsuid ? { from_user_id: ids.bsuid } : {}),
                id: mid,
                timestamp: String(Math.floor(Date.now() / 1000)),
                type: "text",
                text: { body: mid },
              },
            ],
          },
        },
      ],
    },
  ],
});

const phone = (round: number) => `4477009${String(round).padStart(5, "0")}`;
const bsuid = (round: number) => `GB.9${String(round).padStart(9, "0")}`;

const cases: { name: string; bodies: (round: number, mid: (n: number) => string) => unknown[] }[] = [
  {
    name: "Messenger, the same id in both",
    bodies: (round, mid) => [onMessenger(`71${round}`, mid(0)), onMessenger(`71${round}`, mid(1))],
  },
  {
    name: "WhatsApp, a scoped id in one, phone and scoped id in the other",
    bodies: (round, mid) => [onWhatsapp({ bsuid: bsuid(round) }, mid(0)), onWhatsapp({ phone: phone(round), bsuid: bsuid(round) }, mid(1))],
  },
  {
    name: "WhatsApp, phone and scoped id in one, a phone in the other",
    bodies: (round, mid) => [
      onWhatsapp({ phone: phone(100 + round), bsuid: bsuid(100 + round) }, mid(0)),
      onWhatsapp({ phone: phone(100 + round) }, mid(1)),
    ],
  },
  {
    name: "WhatsApp, a scoped id, a phone, and both, in three",
    bodies: (round, mid) => [
      onWhatsapp({ bsuid: bsuid(200 + round) }, mid(0)),
      onWhatsapp({ phone: phone(200 + round) }, mid(1)),
      onWhatsapp({ phone: phone(200 + round), bsuid: bsuid(200 + round) }, mid(2)),
    ],
  },
];

describe.each(cases)("first messages at once: $name", ({ name, bodies }) => {
  const mids = (kind: string, round: number) => (n: number) => `mid.${kind}.${name.length}.${round}.${n}`;

  it(`makes one customer and one conversation when all are inside their transaction at the same time, ${rounds} times`, async () => {
    for (let round = 0; round < rounds; round++) {
      const mid = mids("held", round);
      const sent = bodies(round, mid);
      // Nobody can make a customer until all of them are at it: each has claimed its webhook and looked who is known.
      const holder = await world.database.ingest.connect();
      await holder.query("BEGIN");
      await holder.query("LOCK TABLE customers IN SHARE MODE");
      const drains: Promise<number>[] = [];
      for (const [index, body] of sent.entries()) {
        expect(await lane(index).gateway.webhook(body)).toBe(200);
        drains.push(lane(index).drain());
        await until("the others wait", async () => (await waiting()) === index + 1, { seconds: 10, every: 3 });
      }
      await holder.query("COMMIT");
      holder.release();
      await Promise.all(drains);
      await expectOnePerson(sent.map((_, n) => mid(n)));
    }
  });

  it(`does so too when they run freely, ${rounds} times`, async () => {
    for (let round = 0; round < rounds; round++) {
      const mid = mids("free", round);
      const sent = bodies(1000 + round, mid);
      await Promise.all(
        sent.map(async (body, index) => {
          expect(await lane(index).gateway.webhook(body)).toBe(200);
          await lane(index).drain();
        }),
      );
      await lane(0).drain();
      await expectOnePerson(sent.map((_, n) => mid(n)));
    }
  });
});

/** How many of the workers wait for a lock of another transaction. */
async function waiting(): Promise<number> {
  const { rows } = await world.database.app.query<{ n: number }>(
    "SELECT count(*)::int AS n FROM pg_locks l JOIN pg_database d ON d.oid = l.database AND d.datname = current_database() WHERE NOT l.granted",
  );
  return rows[0]?.n ?? 0;
}

async function expectOnePerson(externalIds: string[]): Promise<void> {
  const found = await Promise.all(
    externalIds.map(async (id) => (await lane(0).gateway.call(key, "GET", `/api/v1/messages?externalId=${encodeURIComponent(id)}`)).body.data),
  );
  expect(found.map((messages) => messages.length)).toEqual(externalIds.map(() => 1));
  expect(new Set(found.map(([message]) => message.conversationId)).size).toBe(1);
  const { rows } = await world.database.ingest.query<{ customers: number; conversations: number; pending: number }>(
    `SELECT count(DISTINCT n.customer_id)::int AS customers, count(DISTINCT i.conversation_id)::int AS conversations,
       (SELECT count(*)::int FROM webhook_events WHERE state <> 'processed') AS pending
     FROM items i JOIN identities n ON n.workspace_id = i.workspace_id AND n.id = i.identity_id WHERE i.external_id = ANY($1)`,
    [externalIds],
  );
  expect(rows).toEqual([{ customers: 1, conversations: 1, pending: 0 }]);
}
