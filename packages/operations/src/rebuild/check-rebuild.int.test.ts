import { createWorld } from "@onethread/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { check, connectSampleAccounts, samples, take } from "./test-history.ts";
import { type Mixed, openMixed, playMixed } from "./test-mixed-history.ts";

let mixed: Mixed;
beforeAll(async () => {
  mixed = await openMixed();
  await playMixed(
    mixed,
    samples.map((sample) => sample.body),
  );
});
afterAll(() => mixed.world.close());

describe("check-rebuild", { timeout: 120_000 }, () => {
  it("finds nothing to say about what the platforms' samples made", async () => {
    const world = await createWorld();
    await connectSampleAccounts(world);
    await take(world, ...samples.map((sample) => sample.body));
    const report = await check(world);
    await world.close();
    expect(report.differences).toEqual([]);
    expect(report).toMatchObject({ equal: true, differing: {}, pending: 0 });
    expect(report.replayed).toBeGreaterThan(samples.length - 10);
    expect(report.compared["messages and events"]).toBeGreaterThan(100);
  });

  it("finds nothing to say where people and our own sends stand among the webhooks", async () => {
    const report = await check(mixed.world);
    expect(report.differences).toEqual([]);
    expect(report.equal).toBe(true);
    const own = await mixed.rows("SELECT delivery_status AS status FROM items WHERE richness = 3 ORDER BY seq");
    expect(own.map((row) => row.status)).toEqual(["read", "read", "sent"]);
    expect(await mixed.rows("SELECT count(*)::int AS n FROM never_pairs")).toEqual([{ n: 3 }]);
  });
});
