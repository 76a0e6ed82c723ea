import { describe, expect, it } from "vitest";
import { networkOf, visitorLimits } from "./visitor-limits.ts";

describe("limits of visitors", () => {
  it.each([
    ["203.0.113.7", "203.0.113.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:0db8:0001:0002::9", "2001:db8:1:2::/64"],
    ["::1", "0:0:0:0::/64"],
    ["unknown", "unknown"],
  ])("%s is of %s", (address, network) => expect(networkOf(address)).toBe(network));

  it("lets 20 messages of 200 at once through, and each visitor has their own", async () => {
    const count = visitorLimits(null);
    const one = (visitor: string) => count("message", { network: "203.0.113.7", widget: "w", visitor });
    const answers = await Promise.all(Array.from({ length: 200 }, () => one("a")));
    expect(answers.filter((wait) => wait === null)).toHaveLength(20);
    expect(Math.max(...answers.map((wait) => wait ?? 0))).toBeLessThanOrEqual(60);
    expect(await one("b")).toBeNull();
  });
});
