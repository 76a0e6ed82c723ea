import { openSharedCounts } from "@onethread/realtime";
import { startTestRedis } from "@onethread/testing";
import { describe, expect, it } from "vitest";
import { visitorLimits } from "./visitor-limits.ts";

const redis = await startTestRedis();

describe.skipIf(redis === null)("limits of visitors, with Redis", () => {
  it("are those of all gateways together, and of each by itself once Redis is away", async () => {
    const { url, stop } = redis as NonNullable<typeof redis>;
    const counts = [openSharedCounts(url, () => {}), openSharedCounts(url, () => {})] as const;
    await expect
      .poll(async () => (await Promise.all(counts.map((one) => one.add("warm", 60)))).every((one) => one !== null), { timeout: 20_000 })
      .toBe(true);
    const [one, other] = [visitorLimits(counts[0]), visitorLimits(counts[1])];
    const who = { network: "203.0.113.7", widget: "w", visitor: "a" };
    const answers = await Promise.all(Array.from({ length: 40 }, (_, index) => (index % 2 ? one : other)("message", who)));
    expect(answers.filter((wait) => wait === null)).toHaveLength(20);
    expect(Math.max(...answers.map((wait) => wait ?? 0))).toBeLessThanOrEqual(60);
    expect(await one("message", { ...who, visitor: "b" })).toBeNull();
    await stop();
    const alone = await Promise.all(Array.from({ length: 30 }, () => one("message", who)));
    expect(alone.filter((wait) => wait === null)).toHaveLength(20);
    for (const each of counts) each.close();
  });
});
