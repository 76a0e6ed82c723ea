import { startTestRedis } from "@onethread/testing";
import { describe, expect, it } from "vitest";
import { openSharedCounts } from "./shared-counts.ts";

const redis = await startTestRedis();

describe.skipIf(redis === null)("counts in Redis", () => {
  it("are shared, end after their span, and say when they can't be asked", async () => {
    const { url, stop } = redis as NonNullable<typeof redis>;
    const errors: Error[] = [];
    const [one, other] = [openSharedCounts(url, (error) => errors.push(error)), openSharedCounts(url, (error) => errors.push(error))];
    // The first count of a process that has just begun may come before its connection.
    await expect.poll(async () => (await one.add("warm", 60)) !== null && (await other.add("warm", 60)) !== null, { timeout: 20_000 }).toBe(true);
    errors.length = 0;
    expect(await one.add("a", 60)).toMatchObject({ count: 1 });
    const second = await other.add("a", 60);
    expect(second?.count).toBe(2);
    expect(second?.leftMs).toBeGreaterThan(0);
    expect(second?.leftMs).toBeLessThanOrEqual(60_000);
    expect(await one.add("b", 60)).toMatchObject({ count: 1 });
    await stop();
    expect(await one.add("a", 60)).toBeNull();
    // It is not asked again at once.
    expect(await one.add("a", 60)).toBeNull();
    expect(errors).toHaveLength(1);
    one.close();
    other.close();
  });
});
