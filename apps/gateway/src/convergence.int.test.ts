import { drainWebhooks } from "@onethread/operations";
import { createWorld, type World } from "@onethread/testing";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestGateway, type TestGateway } from "./test-gateway.ts";
import { projection } from "./test-projection.ts";

/**
 * The promise of ingestion: the same set of webhooks, in any order, in any batching, with any duplicates, ends in the
 * same people, timelines, ticks, windows and turns. Through HTTP, the drain and the API, on real Postgres.
 */
let world: World;
let gateway: TestGateway;
beforeAll(async () => {
  world = await createWorld();
  gateway = await startTestGateway(world);
});
afterAll(async () => {
  await gateway.close();
  await world.close();
});

type Accounts = { whatsapp: string; waba: string; messenger: string; instagram: string };
type Fact =
  | { kind: "wa"; person: number; keys: "phone" | "bsuid" | "both"; n: number; at: number; name: boolean; token: boolean }
  | { kind: "ig" | "ms"; person: number; n: number; at: number; echo: boolean; token: boolean }
  | { kind: "wa_echo"; person: number; n: number; at: number }
  | { kind: "status"; n: number; status: "sent" | "delivered" | "read" | "failed"; at: number }
  | { kind: "ms_watermark"; person: number; read: boolean; at: number }
  | { kind: "ig_read"; person: number; n: number; at: number }
  | { kind: "edit"; on: "ig" | "ms"; person: number; n: number; num: number; at: number }
  | { kind: "deletion"; on: "ig" | "ms"; person: number; n: number; at: number };

const base = Date.UTC(2026, 10, 20);
const person = fc.integer({ min: 0, max: 2 });
const n = fc.integer({ min: 0, max: 5 });
const at = fc.integer({ min: 0, max: 40 }).map((minute) => base + minute * 60_000);
const fact: fc.Arbitrary<Fact> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("wa" as const),
      person,
      keys: fc.constantFrom("phone" as const, "bsuid" as const, "both" as const),
      n,
      at,
      name: fc.boolean(),
      token: fc.constant(false),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constantFrom("ig" as const, "ms" as const), person, n, at, echo: fc.boolean(), token: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("wa_echo" as const), person, n, at }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("status" as const),
      n,
      status: fc.constantFrom("sent" as const, "delivered" as const, "read" as const, "failed" as const),
      at,
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("ms_watermark" as const), person, read: fc.boolean(), at }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("ig_read" as const), person, n, at }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("edit" as const),
      on: fc.constantFrom("ig" as const, "ms" as const),
      person,
      n,
      num: fc.integer({ min: 1, max: 3 }),
      at,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("deletion" as const), on: fc.constantFrom("ig" as const, "ms" as const), person, n, at }) },
);

/** One external id is one message: what is said twice of one is the same fact, as at the platform. */
function consistent(facts: Fact[]): Fact[] {
  const seen = new Set<string>();
  let tokenOwner: string | null = null;
  return facts.flatMap((one) => {
    const id = JSON.stringify(
      one.kind === "wa" || one.kind === "wa_echo"
        ? ["wamid", one.kind, one.person, one.n]
        : one.kind === "ig" || one.kind === "ms"
          ? ["mid", one.kind, one.person, one.n]
          : one.kind === "status"
            ? ["status", one.n, one.status]
            : one.kind === "edit"
              ? ["edit", one.on, one.person, one.n, one.num]
              : one.kind === "deletion"
                ? ["deletion", one.on, one.person, one.n]
                : one,
    );
    if (seen.has(id)) return [];
    seen.add(id);
    if (!("token" in one) || !one.token || ("echo" in one && one.echo)) return [{ ...one, ...("token" in one ? { token: false } : {}) } as Fact];
    // One token, one sender.
    const sender = `${one.kind}/${one.person}`;
    tokenOwner ??= sender;
    return [{ ...one, token: tokenOwner === sender }];
  });
}

const mid = (channel: string, who: number, number: number) => `m_${channel}_${who}_${number}`;
const wamid = (who: number, number: number, echo = false) => `wamid.${echo ? "e" : "m"}_${who}_${number}`;

/** A fact on the wire, for one play's accounts. */
function entry(one: Fact, accounts: Accounts, tokens: Record<"ms" | "ig", string>): { object: string; entry: unknown } {
  if (one.kind === "wa" || one.kind === "wa_echo" || one.kind === "status")
    return { object: "whatsapp_business_account", entry: { id: accounts.waba, changes: [whatsapp(one, accounts)] } };
  const channel = "on" in one ? one.on : one.kind.startsWith("ms") ? "ms" : "ig";
  const account = channel === "ms" ? accounts.messenger : accounts.instagram;
  return {
    object: channel === "ms" ? "page" : "instagram",
    entry: { id: account, time: one.at, messaging: [messaging(one, channel, account, tokens)] },
  };
}

function whatsapp(one: Extract<Fact, { kind: "wa" | "wa_echo" | "status" }>, accounts: Accounts) {
  const metadata = { display_phone_number: "442079460182", phone_number_id: accounts.whatsapp };
  const timestamp = String(one.at / 1000);
  if (one.kind === "status") {
    const status = {
      id: wamid(0, one.n, true),
      status: one.status,
      timestamp,
      recipient_id: "447700900100",
      ...(one.status === "failed" ? { errors: [{ code: 131026, title: "Undeliverable" }] } : {}),
    };
    return { field: "messages", value: { messaging_product: "whatsapp", metadata, statuses: [status] } };
  }
  const phone = `44770090010${one.person}`;
  const bsuid = `GB.9000000000000${one.person}`;
  if (one.kind === "wa_echo") {
    const echo = {
      from: "442079460182",
      to: phone,
      to_user_id: bsuid,
      id: wamid(one.person, one.n, true),
      timestamp,
      type: "text",
      text: { body: `echo ${one.n}` },
    };
    return { field: "smb_message_echoes", value: { messaging_product: "whatsapp", metadata, message_echoes: [echo] } };
  }
  const keys = { ...(one.keys !== "bsuid" ? { from: phone } : {}), ...(one.keys !== "phone" ? { from_user_id: bsuid } : {}) };
  const contact = {
    profile: { name: `Name ${one.n}` },
    ...(one.keys !== "bsuid" ? { wa_id: phone } : {}),
    ...(one.keys !== "phone" ? { user_id: bsuid } : {}),
  };
  const message = { ...keys, id: wamid(one.person, one.n), timestamp, type: "text", text: { body: `wa ${one.person} ${one.n}` } };
  return { field: "messages", value: { messaging_product: "whatsapp", metadata, ...(one.name ? { contacts: [contact] } : {}), messages: [message] } };
}

function messaging(
  one: Exclude<Fact, { kind: "wa" | "wa_echo" | "status" }>,
  channel: "ms" | "ig",
  account: string,
  tokens: Record<"ms" | "ig", string>,
) {
  const who = { id: `${channel === "ms" ? 72 : 99}0000000000010${one.person}` };
  const us = { id: account };
  const inbound = { sender: who, recipient: us, timestamp: one.at };
  switch (one.kind) {
    case "ig":
    case "ms": {
      const message = { mid: mid(channel, one.person, one.n), text: `${channel} ${one.person} ${one.n}${one.token ? ` ${tokens[channel]}` : ""}` };
      return one.echo
        ? { sender: us, recipient: who, timestamp: one.at, message: { ...message, is_echo: true, app_id: 1 } }
        : { ...inbound, message };
    }
    case "ms_watermark":
      return one.read ? { ...inbound, read: { watermark: one.at } } : { ...inbound, delivery: { watermark: one.at } };
    case "ig_read":
      return { ...inbound, read: { mid: mid("ig", one.person, one.n) } };
    case "edit":
      return { ...inbound, message_edit: { mid: mid(channel, one.person, one.n), text: `edited ${one.num}`, num_edit: one.num } };
    case "deletion":
      return { ...inbound, message: { mid: mid(channel, one.person, one.n), is_deleted: true } };
  }
}

let plays = 0;

/** Plays facts into a workspace of their own and answers what the API shows of it. */
async function play(facts: Fact[], batches: number[], drainEvery: number): Promise<unknown> {
  plays++;
  const suffix = String(plays).padStart(6, "0");
  const accounts: Accounts = { whatsapp: `1100${suffix}`, waba: `2200${suffix}`, messenger: `3300${suffix}`, instagram: `4400${suffix}` };
  const workspaceId = await world.addWorkspace();
  await world.addAccount({
    channel: "whatsapp",
    externalId: accounts.whatsapp,
    workspaceId,
    settings: { wabaId: accounts.waba, displayPhoneNumber: "442079460182" },
  });
  const messenger = await world.addAccount({ channel: "messenger", externalId: accounts.messenger, workspaceId });
  const instagram = await world.addAccount({ channel: "instagram", externalId: accounts.instagram, workspaceId, settings: { username: "alpaca" } });
  const key = await gateway.key(workspaceId);

  // Before the webhooks in question, a person has made hand-over links for a customer that is known already.
  const anchor = entry({ kind: "wa", person: 9, keys: "both", n: 0, at: base, name: true, token: false }, accounts, { ms: "", ig: "" });
  expect(await gateway.webhook({ object: anchor.object, entry: [anchor.entry] })).toBe(200);
  await drainWebhooks(world.context);
  const { body: customers } = await gateway.call(key, "GET", "/api/v1/customers");
  const link = async (channelAccountId: string) =>
    (await gateway.call(key, "POST", `/api/v1/customers/${customers.data[0].id}/hand-over-links`, { channelAccountId })).body.token as string;
  const tokens = { ms: await link(messenger.typeId), ig: await link(instagram.typeId) };

  const entries = facts.map((one) => entry(one, accounts, tokens));
  let from = 0;
  for (let i = 0; from < entries.length; i++) {
    const slice = entries.slice(from, from + (batches[i % batches.length] ?? 1));
    from += slice.length;
    for (const object of new Set(slice.map((one) => one.object))) {
      expect(await gateway.webhook({ object, entry: slice.filter((one) => one.object === object).map((one) => one.entry) })).toBe(200);
    }
    if (i % drainEvery === 0) await drainWebhooks(world.context);
  }
  await Promise.all([drainWebhooks(world.context), drainWebhooks(world.context)]);
  const { body: quarantined } = await gateway.call(key, "GET", "/api/v1/webhook-events?state=quarantined");
  expect(quarantined.data).toEqual([]);
  return projection(gateway, key);
}

const scenario = fc
  .array(fact, { minLength: 4, maxLength: 18 })
  .map(consistent)
  .filter((facts) => facts.length > 0)
  .chain((facts) =>
    fc.record({
      facts: fc.constant(facts),
      shuffled: fc.shuffledSubarray(facts, { minLength: facts.length, maxLength: facts.length }),
      repeated: fc.subarray(facts),
      batches: fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 }),
      drainEvery: fc.integer({ min: 1, max: 4 }),
    }),
  );

it("ends in the same state for any order, batching and repetition of the same webhooks", async () => {
  await fc.assert(
    fc.asyncProperty(scenario, async ({ facts, shuffled, repeated, batches, drainEvery }) => {
      const inOrder = await play(facts, [1], 1);
      const disturbed = await play([...shuffled, ...repeated], batches, drainEvery);
      expect(disturbed).toEqual(inOrder);
    }),
    { numRuns: 200, endOnFailure: false },
  );
}, 600_000);
