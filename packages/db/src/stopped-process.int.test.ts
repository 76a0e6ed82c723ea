import { createWorld, type World } from "@onethread/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { forIngest, openDatabase } from "./client/index.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

it("does not let a process that was stopped in the middle of a transaction hold up another until that one gives up", {
  timeout: 40_000,
}, async () => {
  const { id } = await world.addAccount({ channel: "messenger", externalId: "1" });
  const stopped = openDatabase({ url: world.url });
  const lock = "SELECT 1 FROM channel_accounts WHERE id = $1 FOR UPDATE";
  let wake = () => {};
  const asleep = new Promise<void>((resolve) => {
    wake = resolve;
  });
  let holds = () => {};
  const held = new Promise<void>((resolve) => {
    holds = resolve;
  });
  const zombie = forIngest(stopped, async (tx) => {
    await tx.query(lock, [id]);
    holds();
    await asleep;
    await tx.query("UPDATE channel_accounts SET name = 'written by a ghost' WHERE id = $1", [id]);
  });
  zombie.catch(() => {});
  await held;
  await forIngest(world.database, (tx) => tx.query(`UPDATE channel_accounts SET name = 'taken over' WHERE id = $1`, [id]));
  wake();
  await expect(zombie).rejects.toThrow();
  const { rows } = await world.database.ingest.query("SELECT name FROM channel_accounts WHERE id = $1", [id]);
  expect(rows).toEqual([{ name: "taken over" }]);
  await stopped.close();
});
