import { createWorld, type World } from "@onethread/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { check, connectSampleAccounts, samples, take } from "./test-history.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
  await connectSampleAccounts(world);
  await take(world, ...samples.map((sample) => sample.body));
});
afterAll(() => world.close());

describe("check-rebuild", () => {
  it("finds nothing to say about what the platforms' samples made", async () => {
    const report = await check(world);
    expect(report.differences).toEqual([]);
    expect(report).toMatchObject({ equal: true, differing: {} });
    expect(report.replayed).toBeGreaterThan(samples.length - 10);
    expect(report.compared["messages and events"]).toBeGreaterThan(100);
  });
});
