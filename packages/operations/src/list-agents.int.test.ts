import { toTypeId } from "@onethread/core";
import { addAgent, createWorld, type World } from "@onethread/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { listAgents } from "./list-agents.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

it("tells those who manage members, and nobody else, whom sign-in asks for a code", async () => {
  const other = await world.addWorkspace("Other");
  const ada = await addAgent(world, { name: "Ada", role: "admin" });
  const ben = await addAgent(world, { name: "Ben", role: "agent" });
  const cleo = await addAgent(world, { name: "Cleo", role: "agent" });
  const eve = await addAgent(world, { name: "Eve", role: "owner", workspaceId: other });
  const setUp = (agentId: string, confirmed: boolean) =>
    world.database.ingest.query(
      `INSERT INTO second_factors (user_id, secret, confirmed_at) SELECT user_id, 'x', CASE WHEN $2 THEN now() END FROM agents WHERE id = $1`,
      [agentId, confirmed],
    );
  await setUp(ben.agentId, true);
  // Begun is not done.
  await setUp(cleo.agentId, false);
  await setUp(eve.agentId, true);
  const told = async (actor: typeof ada) => {
    const list = await listAgents(world.context, actor);
    if (!list.ok) throw new Error(list.error.code);
    return list.value.map(({ id, name, secondFactor }) => [id, name, secondFactor]);
  };
  const id = ({ agentId }: typeof ada) => toTypeId("agent", agentId);
  expect(await told(ada)).toEqual([
    [id(ada), "Ada", false],
    [id(ben), "Ben", true],
    [id(cleo), "Cleo", false],
  ]);
  expect((await told(ben)).map(([, , secondFactor]) => secondFactor)).toEqual([null, null, null]);
  expect(await told(eve)).toEqual([[id(eve), "Eve", true]]);
});
