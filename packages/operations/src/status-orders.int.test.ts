import { createWorld, signed, testAppSecret, type World } from "@onethread/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { drainWebhooks } from "./drain-webhooks.ts";
import { webhookReceiver } from "./receive-webhook.ts";

/** R3: what WhatsApp tells of a message comes in any order and more than once. */
let world: World;
const phone = "307715529984416";
const wabaId = "218840017365922";
const at = 1_793_696_401;
const all = ["sent", "delivered", "read", "failed"] as const;
type Status = (typeof all)[number];

beforeAll(async () => {
  world = await createWorld();
  await world.addAccount({ channel: "whatsapp", externalId: phone, settings: { wabaId } });
});
afterAll(() => world.close());

const permutations = <T>(of: readonly T[]): T[][] =>
  of.length === 0 ? [[]] : of.flatMap((one) => permutations(of.filter((other) => other !== one)).map((rest) => [one, ...rest]));

const metadata = { display_phone_number: "442079460182", phone_number_id: phone };
const change = (field: string, value: object) => ({
  object: "whatsapp_business_account",
  entry: [{ id: wabaId, changes: [{ field, value: { messaging_product: "whatsapp", metadata, ...value } }] }],
});
const written = (id: string) => {
  const message = { from: metadata.display_phone_number, to: "447700900123", id, timestamp: String(at), type: "text", text: { body: id } };
  return change("smb_message_echoes", { message_echoes: [message] });
};
const told = (id: string, status: Status) => {
  const errors = status === "failed" ? { errors: [{ code: 131026, title: "Undeliverable" }] } : {};
  return change("messages", { statuses: [{ id, status, timestamp: String(at + all.indexOf(status)), recipient_id: "447700900123", ...errors }] });
};

type Shown = { id: string; status: string; at: Date; error: unknown };
const shown = async (like: string): Promise<Shown[]> =>
  (
    await world.database.ingest.query<Shown>(
      "SELECT external_id AS id, delivery_status AS status, delivery_at AS at, delivery_error AS error FROM items WHERE external_id LIKE $1 ORDER BY 1",
      [like],
    )
  ).rows;

/** Each order of these statuses happens to a message of its own, every status twice; answers what is shown after each step. */
async function play(name: string, statuses: readonly Status[]): Promise<Shown[][]> {
  const receive = webhookReceiver(world.context);
  const orders = permutations(statuses);
  const id = (index: number) => `wamid.${name}.${String(index).padStart(2, "0")}`;
  const work = async (bodies: unknown[]) => {
    for (const body of bodies) await receive(signed(body, testAppSecret));
    while ((await drainWebhooks(world.context)) > 0);
    return shown(`wamid.${name}.%`);
  };
  const steps = [await work(orders.map((_, index) => written(id(index))))];
  for (let step = 0; step < 2 * statuses.length; step++) {
    // The repetition is another webhook: with bytes of its own.
    const again = { repetition: step < statuses.length ? 1 : 2 };
    steps.push(await work(orders.map((order, index) => ({ ...told(id(index), order[step % order.length] as Status), ...again }))));
  }
  return steps;
}

it("ends alike in all 24 orders, never goes back, and keeps what was told", async () => {
  const steps = await play("all", all);
  const last = steps.at(-1) ?? [];
  expect(last).toHaveLength(24);
  for (const { status, at: since, error } of last)
    expect({ status, since, error }).toEqual({ status: "read", since: new Date((at + 2) * 1000), error: null });
  // A failure is shown only while nothing proves that it arrived.
  const rank = ["sent", "failed", "delivered", "read"];
  for (const [index, now] of steps.entries())
    for (const [place, { id, status }] of now.entries())
      expect(rank.indexOf(status), `${id}, step ${index}`).toBeGreaterThanOrEqual(rank.indexOf(steps[index - 1]?.[place]?.status ?? "sent"));
  const { rows } = await world.database.ingest.query(
    "SELECT target, count(*)::int AS statuses FROM message_effects WHERE kind = 'status' AND target LIKE 'wamid.all.%' GROUP BY 1",
  );
  expect(rows).toEqual(Array.from({ length: 24 }, () => ({ target: expect.any(String), statuses: 4 })));
});

it.each([
  { statuses: ["sent", "failed"], ends: "failed" },
  { statuses: ["sent", "delivered", "failed"], ends: "delivered" },
] as const)("$statuses end as $ends in any order", async ({ statuses, ends }) => {
  const last = (await play(`to-${ends}`, statuses)).at(-1) ?? [];
  expect(new Set(last.map(({ status }) => status))).toEqual(new Set([ends]));
  expect(new Set(last.map(({ error }) => error !== null))).toEqual(new Set([ends === "failed"]));
});
