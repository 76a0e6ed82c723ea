import { renderBody } from "@onethread/channels";
import { newId } from "@onethread/db/client";
import { readCustomer, readMergeSuggestions } from "@onethread/db/read";
import { webhookInbox } from "@onethread/db/write";
import { createWorld, type World } from "@onethread/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { drainWebhooks } from "../drain-webhooks.ts";
import { mergeCustomers } from "../merge-customers.ts";
import { undoMerge } from "../undo-merge.ts";

/** What visitors type of themselves suggests that they are somebody, joins nobody, and goes where they go. */
let world: World;
const key = `wgt_${"1".repeat(30)}`;
let account: { id: string };
beforeAll(async () => {
  world = await createWorld();
  account = await world.addAccount({ channel: "webchat", externalId: key, accessToken: false });
});
afterAll(() => world.close());

let at = Date.parse("2026-11-20T10:00:00.000Z");
async function typed(visitor: string, value: string): Promise<string> {
  at += 1000;
  const id = `form-${at}`;
  const fields = { email: value };
  await webhookInbox(world.database).store({
    id: newId(),
    receivedAt: new Date(at),
    endpointAccountId: account.id,
    lane: key,
    digest: Buffer.from(id.padEnd(32)),
    body: renderBody(key, { id, at, visitor: { id: visitor }, kind: "form", name: "prechat", fields, claims: [{ kind: "email", value }] }),
  });
  await drainWebhooks(world.context);
  const { rows } = await world.database.ingest.query("SELECT customer_id AS id FROM identities WHERE value = $1", [visitor]);
  return rows[0].id;
}
const actor = () => ({ kind: "system" as const, workspaceId: world.workspaceId });
async function saidOf(customerId: string) {
  const found = await readCustomer(world.database, actor(), customerId);
  return found.ok
    ? found.value.identities.filter(({ strength }) => strength === "claimed").map(({ kind, value }) => `${kind} ${value}`)
    : found.error.code;
}

it("two who say the same address are two, and may be one", async () => {
  const [one, other] = [await typed("v_one", "maya@example.com"), await typed("v_other", "maya@example.com")];
  expect(one).not.toBe(other);
  expect(await saidOf(one)).toEqual(["email maya@example.com"]);
  expect(await readMergeSuggestions(world.database, actor())).toMatchObject([{ evidence: [{ kind: "same_email", detail: "maya@example.com" }] }]);

  const merged = await mergeCustomers(world.context, actor(), { survivorId: one, otherId: other });
  expect(await saidOf(one)).toEqual(["email maya@example.com"]);
  // Said after they became one: it is still the other's word.
  await typed("v_other", "work@example.com");
  expect(await saidOf(one)).toEqual(["email maya@example.com", "email work@example.com"]);
  if (!merged.ok) throw new Error(merged.error.code);
  const { rows } = await world.database.ingest.query("SELECT id FROM merges");
  expect((await undoMerge(world.context, actor(), rows[0].id)).ok).toBe(true);
  expect(await saidOf(one)).toEqual(["email maya@example.com"]);
  expect(await saidOf(other)).toEqual(["email maya@example.com", "email work@example.com"]);
});
