import { createWorld, type World } from "@onethread/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { tellAllToRefetch } from "./tell-all-to-refetch.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

it("reaches the screens of every workspace", async () => {
  const workspaces = [world.workspaceId, await world.addWorkspace("Other")];
  await tellAllToRefetch(world.context);
  expect(world.news.map(({ workspaceId, kind }) => `${kind} ${workspaceId}`).sort()).toEqual(workspaces.map((id) => `resync ${id}`).sort());
});
