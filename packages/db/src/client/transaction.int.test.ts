import { createWorld, type World } from "@onethread/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { forIngest, type Tx } from "./transaction.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const fails = "SELECT 1 / 0";
const notTried = "SELECT 1";

/** A statement as deep inside other functions as ours are: who waits for it hears of its end a few turns later. */
const deep = async (tx: Tx, statement: string, depth = 8): Promise<unknown> =>
  depth === 0 ? await tx.query(statement) : await deep(tx, statement, depth - 1);

describe("a transaction that failed", () => {
  it("tells the reason, not what was not tried because of it, whoever hears first", async () => {
    const works: Record<string, Parameters<typeof forIngest>[1]> = {
      "waited for together": (tx) => Promise.all([deep(tx, fails), tx.query(notTried)]),
      "sent behind": async (tx, behind) => {
        behind(deep(tx, fails));
        behind(tx.query(notTried));
      },
      "sent behind, then waited for": async (tx, behind) => {
        behind(deep(tx, fails));
        await tx.query(notTried);
      },
      "waited for": (tx) => deep(tx, fails),
    };
    for (const [how, work] of Object.entries(works)) {
      await expect(forIngest(world.database, work), how).rejects.toMatchObject({ code: "22012" });
    }
  });

  it("tells what the work itself says was wrong, and leaves a connection that works", async () => {
    await expect(
      forIngest(world.database, async (tx) => {
        await tx.query("SAVEPOINT here");
        await tx.query(fails).catch(() => tx.query("ROLLBACK TO SAVEPOINT here"));
        throw new Error("of our own");
      }),
    ).rejects.toThrow("of our own");
    expect(await forIngest(world.database, async (tx) => (await tx.query("SELECT 1 AS one")).rows)).toEqual([{ one: 1 }]);
  });
});
