import { createWorld, type World } from "@onethread/testing";
import { afterAll, beforeAll, expect, it } from "vitest";

/** 200 promises that a webhook survives a power cut: nothing of ours may tell the server not to wait for the disk. */
let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

it.each(["app", "ingest", "entrance"] as const)("waits for the disk at each COMMIT of the %s connections", async (pool) => {
  const { rows } = await world.database[pool].query(
    "SELECT name, setting FROM pg_settings WHERE name IN ('synchronous_commit', 'full_page_writes', 'data_checksums') ORDER BY name",
  );
  expect(rows).toEqual(["data_checksums", "full_page_writes", "synchronous_commit"].map((name) => ({ name, setting: "on" })));
});
