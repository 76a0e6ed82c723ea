import { createHash } from "node:crypto";
import { renderBody } from "@onethread/channels";
import { newId } from "@onethread/db/client";
import { webhookInbox } from "@onethread/db/write";
import { createWorld, type World } from "@onethread/testing";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { drainWebhooks } from "../drain-webhooks.ts";

/** What visitors did ends in the same people and threads, in whatever order, portions and repetition it is drained. */
let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

type Event = Parameters<typeof renderBody>[1];
const start = Date.parse("2026-11-20T10:00:00.000Z");
const [phone, desk, stranger] = ["v_phone", "v_desk", "v_stranger"];
const maya = { externalId: "maya", name: "Maya Trent" };
const said = { kind: "form", name: "traits", fields: {}, claims: [{ kind: "phone", value: "+491701234567" }] } satisfies Omit<
  Event & { kind: "form" },
  "id" | "at" | "visitor"
>;
const acts: Event[] = [
  { id: "message-1", at: start, visitor: { id: phone, ...maya }, kind: "message", text: "from my phone" },
  { id: "message-2", at: start + 1000, visitor: { id: desk }, kind: "message", text: "before I signed in" },
  { id: "identified-1", at: start + 2000, visitor: { id: desk, ...maya }, kind: "identified", facts: { plan: "gold" } },
  { id: "message-3", at: start + 3000, visitor: { id: desk, ...maya }, kind: "message", text: "it is me" },
  {
    id: "form-1",
    at: start + 4000,
    visitor: { id: stranger },
    kind: "form",
    name: "prechat",
    fields: { name: "Dana", email: "maya@example.com" },
    claims: [{ kind: "email", value: "maya@example.com" }],
  },
  // Said in both browsers of one person, who are known to be one before or after it.
  { id: "form-2", at: start + 200, visitor: { id: phone, ...maya }, ...said },
  { id: "form-3", at: start + 300, visitor: { id: desk }, ...said },
  { id: "message-4", at: start + 5000, visitor: { id: stranger }, kind: "message", text: "somebody else" },
];

let widgets = 0;
async function drained(portions: readonly (readonly Event[])[]) {
  const key = `wgt_${String(++widgets).padStart(30, "0")}`;
  const account = await world.addAccount({ channel: "webchat", externalId: key, accessToken: false });
  const inbox = webhookInbox(world.database);
  for (const portion of portions) {
    for (const event of portion) {
      const digest = createHash("sha256").update(`${account.id}${event.visitor.id}${event.id}`).digest();
      await inbox.store({
        id: newId(),
        receivedAt: new Date(event.at),
        endpointAccountId: account.id,
        lane: key,
        digest,
        body: renderBody(key, event),
      });
    }
    await drainWebhooks(world.context);
  }
  const { rows: people } = await world.database.ingest.query(
    `SELECT array_agg(n.kind || ' ' || n.value ORDER BY n.kind, n.value) AS keys, count(DISTINCT n.person_id)::int AS addressees,
       (SELECT array_agg(coalesce(i.content ->> 'text', i.content ->> 'event', i.content ->> 'kind') ORDER BY i.occurred_at, i.content ->> 'kind') FROM items i
        JOIN conversations v ON v.workspace_id = i.workspace_id AND v.id = i.conversation_id WHERE v.customer_id = n.customer_id AND i.channel_account_id = $1
          AND i.content ->> 'event' IS DISTINCT FROM 'customers_merged' AND i.content ->> 'event' IS DISTINCT FROM 'routed') AS said,
       (SELECT name FROM customers c WHERE c.id = n.customer_id) AS name,
       (SELECT array_agg(s.kind || ' by ' || b.value ORDER BY b.value) FROM identities s JOIN identities b ON b.id = s.claimed_by
        WHERE s.customer_id = n.customer_id AND s.strength = 'claimed') AS claims
     FROM identities n WHERE n.scope = $2 GROUP BY n.customer_id ORDER BY 1`,
    [account.id, key],
  );
  return people;
}

const expected = [
  {
    keys: ["external_id maya", `visitor ${desk}`, `visitor ${phone}`],
    addressees: 1,
    said: ["from my phone", "flow_reply", "flow_reply", "before I signed in", "visitor_identified", "it is me"],
    name: "Maya Trent",
    claims: [`phone by ${desk}`, `phone by ${phone}`],
  },
  { keys: [`visitor ${stranger}`], addressees: 1, said: ["flow_reply", "somebody else"], name: "Dana", claims: [`email by ${stranger}`] },
];

it("in order", async () => expect(await drained([acts])).toEqual(expected));

it("in any order, in any portions, with repetitions", async () => {
  const shuffled = fc.shuffledSubarray([...acts, ...acts.slice(0, 3)], { minLength: acts.length + 3 });
  await fc.assert(
    fc.asyncProperty(shuffled, fc.integer({ min: 1, max: 4 }), async (order, size) => {
      const portions = Array.from({ length: Math.ceil(order.length / size) }, (_, index) => order.slice(index * size, (index + 1) * size));
      expect(await drained(portions)).toEqual(expected);
    }),
    { numRuns: 15 },
  );
});
