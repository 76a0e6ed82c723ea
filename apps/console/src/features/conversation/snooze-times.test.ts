import { describe, expect, it } from "vitest";
import { snoozeTimes } from "./snooze-times.ts";

const presets = (now: Date) => snoozeTimes(now).map((time) => time.preset);

describe("snoozeTimes", () => {
  it("offers tonight only before it", () => {
    expect(presets(new Date(2026, 10, 4, 10))).toContain("tonight");
    expect(presets(new Date(2026, 10, 4, 19))).not.toContain("tonight");
  });
  it("does not offer the same time twice", () => {
    // A Sunday: tomorrow is Monday. A Monday: next Monday is a week away.
    expect(presets(new Date(2026, 10, 8, 10))).not.toContain("monday");
    expect(presets(new Date(2026, 10, 9, 10))).not.toContain("nextWeek");
  });
  it("wakes on Monday at nine", () => {
    const monday = snoozeTimes(new Date(2026, 10, 4, 10)).find((time) => time.preset === "monday");
    expect(monday?.at).toEqual(new Date(2026, 10, 9, 9));
  });
});
