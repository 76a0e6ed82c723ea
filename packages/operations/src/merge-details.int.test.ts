import type { Actor } from "@onethread/core";
import { fromTypeId } from "@onethread/core";
import { readCustomer } from "@onethread/db/read";
import { addAgent, createWorld, customerWrites, type World } from "@onethread/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mergeCustomers } from "./merge-customers.ts";
import { undoMerge } from "./undo-merge.ts";
import { updateCustomer } from "./update-customer.ts";

let world: World;
let ada: Actor;
beforeAll(async () => {
  world = await createWorld();
  ada = await addAgent(world, { name: "Ada", role: "supervisor" });
  await world.addAccount({ channel: "messenger", externalId: page });
});
afterAll(() => world.close());

const detailsOf = async (id: string) => {
  const found = await readCustomer(world.database, ada, id);
  if (!found.ok) throw new Error(found.error.code);
  return { name: found.value.name, attributes: found.value.attributes };
};

const page = "330027";
/** A new customer's id. */
const writes = async () => (await customerWrites(world, { page })).customerId;

async function two() {
  const [survivorId, otherId] = [await writes(), await writes()];
  await updateCustomer(world.context, ada, survivorId, { name: "Mara Work", attributes: { plan: "Gold", size: "M" } });
  await updateCustomer(world.context, ada, otherId, { name: "Mara Home", attributes: { plan: "Silver", vip: true } });
  return { survivorId, otherId };
}

async function merged(choice: Parameters<typeof mergeCustomers>[2]): Promise<string> {
  const done = await mergeCustomers(world.context, ada, choice);
  if (!done.ok) throw new Error(done.error.code);
  return fromTypeId("merge", done.value.id) ?? "";
}

describe("details of two customers that become one", () => {
  it("are the survivor's, and what it lacks the other's; undoing gives each its own back", async () => {
    const pair = await two();
    const merge = await merged(pair);
    expect(await detailsOf(pair.survivorId)).toEqual({ name: "Mara Work", attributes: { plan: "Gold", size: "M", vip: true } });
    expect(await undoMerge(world.context, ada, merge)).toMatchObject({ ok: true });
    expect(await detailsOf(pair.survivorId)).toEqual({ name: "Mara Work", attributes: { plan: "Gold", size: "M" } });
    expect(await detailsOf(pair.otherId)).toEqual({ name: "Mara Home", attributes: { plan: "Silver", vip: true } });
  });

  it("are chosen one by one; what was changed since is not taken back", async () => {
    const pair = await two();
    const merge = await merged({ ...pair, name: "other", otherAttributes: ["plan", "size", "unknown"] });
    expect(await detailsOf(pair.survivorId)).toEqual({ name: "Mara Home", attributes: { plan: "Silver", size: "M", vip: true } });
    await updateCustomer(world.context, ada, pair.survivorId, { attributes: { plan: "Platinum" } });
    await undoMerge(world.context, ada, merge);
    expect(await detailsOf(pair.survivorId)).toEqual({ name: "Mara Work", attributes: { plan: "Platinum", size: "M" } });
  });

  it("stay when the survivor goes into a third one, and part from there", async () => {
    const pair = await two();
    const first = await merged(pair);
    const third = await writes();
    await merged({ survivorId: third, otherId: pair.survivorId });
    expect((await detailsOf(third)).attributes).toEqual({ plan: "Gold", size: "M", vip: true });
    await undoMerge(world.context, ada, first);
    expect((await detailsOf(third)).attributes).toEqual({ plan: "Gold", size: "M" });
  });
});
