import { createWorld, until, type World } from "@onethread/testing";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { forIngest } from "../client/index.ts";
import { analyzeWhatGrew } from "./statistics.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
  // The server's own look, once a minute, would come first now and then.
  const owner = new pg.Client({ connectionString: world.url });
  await owner.connect();
  await owner.query("ALTER TABLE customers SET (autovacuum_enabled = false)");
  await owner.end();
});
afterAll(() => world.close());

const addCustomers = (count: number) =>
  world.database.ingest.query(
    "INSERT INTO customers (workspace_id, id, last_seen_at) SELECT $1, gen_random_uuid(), now() FROM generate_series(1, $2)",
    [world.workspaceId, count],
  );
const known = async (): Promise<number> =>
  (await world.database.ingest.query("SELECT reltuples::int AS n FROM pg_class WHERE oid = 'customers'::regclass")).rows[0].n;
/** What a connection changed is counted when it next says so, within a second or so. */
const noted = (atLeast: number) =>
  until("the changes are counted", async () => {
    const { rows } = await world.database.ingest.query("SELECT n_mod_since_analyze::int AS n FROM pg_stat_user_tables WHERE relname = 'customers'");
    return rows[0].n >= atLeast;
  });
const analyze = () => forIngest(world.database, analyzeWhatGrew);

describe("statistics of tables that have just grown", () => {
  it("are collected when a table has doubled, and not before", async () => {
    await analyze();
    await addCustomers(1000);
    await noted(1000);
    expect(await analyze()).toContain("customers");
    expect(await known()).toBe(1000);
    await addCustomers(500);
    await noted(500);
    expect(await analyze()).not.toContain("customers");
    await addCustomers(600);
    await noted(1100);
    expect(await analyze()).toContain("customers");
    expect(await known()).toBe(2100);
  });

  it("are left to others while the table is being changed", async () => {
    await addCustomers(3000);
    await noted(3000);
    const client = await world.database.ingest.connect();
    try {
      await client.query("BEGIN");
      await client.query("SELECT pg_advisory_xact_lock(7210044)");
      expect(await analyze()).toEqual([]);
      await client.query("COMMIT");
    } finally {
      client.release();
    }
    expect(await analyze()).toContain("customers");
  });
});
