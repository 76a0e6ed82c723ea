import type { Actor, Role } from "@onethread/core";
import { fromTypeId } from "@onethread/core";
import { newId } from "@onethread/db/client";
import { readSavedViews } from "@onethread/db/read";
import { addAgent, createWorld, type World } from "@onethread/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createSavedView, deleteSavedView, updateSavedView } from "./saved-views.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const agent = (name: string, role: Role, workspaceId?: string) => addAgent(world, { name, role, workspaceId });
const content = (name: string, own: boolean) => ({ name, own, sort: "newest" as const, filter: { all: [] } });
const uuid = (id: string) => fromTypeId("savedView", id) ?? "";
const names = async (actor: Actor) => (await readSavedViews(world.database, actor)).map(({ name, own }) => `${name}${own ? " (own)" : ""}`);

async function made(actor: Actor, name: string, own: boolean): Promise<string> {
  const done = await createSavedView(world.context, actor, content(name, own));
  if (!done.ok) throw new Error(done.error.detail);
  return uuid(done.value.id);
}

it("keeps own views to oneself, shares others with everybody of the workspace, and no further", async () => {
  const [ada, grace, lead] = [await agent("Ada", "agent"), await agent("Grace", "agent"), await agent("Lead", "supervisor")];
  const stranger = await agent("Stranger", "owner", await world.addWorkspace("Other"));
  await made(ada, "Mine", true);
  const shared = await made(lead, "Returns", false);
  expect(await names(ada)).toEqual(["Returns", "Mine (own)"]);
  expect(await names(grace)).toEqual(["Returns"]);
  expect(await names(stranger)).toEqual([]);
  expect(await createSavedView(world.context, ada, content("All of us", false))).toMatchObject({ error: { code: "forbidden" } });
  for (const actor of [ada, stranger]) {
    const code = actor === ada ? "forbidden" : "not_found";
    expect(await updateSavedView(world.context, actor, shared, { name: "Stolen" })).toMatchObject({ error: { code } });
    expect(await deleteSavedView(world.context, actor, shared)).toMatchObject({ error: { code } });
  }
});

it("moves a view among its owner's, and gives it to everybody", async () => {
  const lead = await agent("Second lead", "supervisor");
  const [a, b, c] = [await made(lead, "a", true), await made(lead, "b", true), await made(lead, "c", true)];
  const own = async () => (await names(lead)).filter((name) => name.endsWith("(own)"));
  expect(await own()).toEqual(["a (own)", "b (own)", "c (own)"]);
  await updateSavedView(world.context, lead, c, { position: 0 });
  expect(await own()).toEqual(["c (own)", "a (own)", "b (own)"]);
  await updateSavedView(world.context, lead, c, { position: 99 });
  expect(await own()).toEqual(["a (own)", "b (own)", "c (own)"]);
  expect(await updateSavedView(world.context, lead, b, { own: false, name: "B" })).toMatchObject({ value: { own: false, name: "B" } });
  expect(await own()).toEqual(["a (own)", "c (own)"]);
  expect(await names(lead)).toContain("B");
  expect(await deleteSavedView(world.context, lead, a)).toEqual({ ok: true, value: null });
  expect(await deleteSavedView(world.context, lead, a)).toMatchObject({ error: { code: "not_found" } });
});

it("has no own views for a key, and no more than a hundred for anybody", async () => {
  const key: Actor = { kind: "api_key", workspaceId: world.workspaceId, keyId: newId(), name: "Key", scopes: ["read", "write"] };
  expect(await createSavedView(world.context, key, content("Mine", true))).toMatchObject({ error: { code: "invalid_request" } });
  const busy = await agent("Busy", "viewer");
  for (let n = 0; n < 100; n++) await made(busy, `View ${n}`, true);
  expect(await createSavedView(world.context, busy, content("One more", true))).toMatchObject({ error: { code: "invalid_request" } });
});
