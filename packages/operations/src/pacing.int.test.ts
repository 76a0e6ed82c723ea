import { forIngest, newId } from "@onethread/db/client";
import { reservePace } from "@onethread/db/write";
import { createWorld, type World } from "@onethread/testing";
import { afterAll, beforeAll, expect, it } from "vitest";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const reserve = (account: { workspaceId: string; channelAccountId: string }, slots: Parameters<typeof reservePace>[2]) =>
  forIngest(world.database, (tx) => reservePace(tx, account, slots));

it("lets a burst through and then names the wait, over all who ask at once", async () => {
  const account = { workspaceId: world.workspaceId, channelAccountId: newId() };
  // Ten at once, then one an hour: what a slow machine adds in between is nothing beside it.
  const slot = { key: "account/all", stepMs: 3_600_000, aheadMs: 36_000_000 };
  const waits = await Promise.all(Array.from({ length: 25 }, () => reserve(account, [slot])));
  expect(waits.filter((wait) => wait === 0)).toHaveLength(10);
  expect(waits.filter((wait) => wait > 3_000_000 && wait <= 3_600_000)).toHaveLength(15);
});

it("takes no place of one limit when another refuses, and keeps persons and accounts apart", async () => {
  const account = { workspaceId: world.workspaceId, channelAccountId: newId() };
  const all = { key: "account/all", stepMs: 3_600_000, aheadMs: 7_200_000 };
  const pair = (person: string) => ({ key: `pair/all/${person}`, stepMs: 3_600_000, aheadMs: 3_600_000 });
  expect(await reserve(account, [all, pair("a")])).toBe(0);
  expect(await reserve(account, [all, pair("a")])).toBeGreaterThan(0);
  // Had the refused one used up the account's place, this would have to wait.
  expect(await reserve(account, [all, pair("b")])).toBe(0);
  expect(await reserve({ ...account, channelAccountId: newId() }, [all, pair("a")])).toBe(0);
});
