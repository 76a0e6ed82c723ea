import { expect, it } from "vitest";
import { fieldValue, laterTimes } from "./later-times.ts";

const presets = (now: Date) => laterTimes(now).map(({ preset }) => preset);

it("offers what is ahead, and no time twice", () => {
  expect(presets(new Date(2026, 10, 25, 10))).toEqual(["inAnHour", "thisAfternoon", "tomorrow", "monday"]);
  expect(presets(new Date(2026, 10, 25, 15))).toEqual(["inAnHour", "tomorrow", "monday"]);
  // A Sunday: tomorrow is Monday.
  expect(presets(new Date(2026, 10, 29, 15))).toEqual(["inAnHour", "tomorrow"]);
  expect(laterTimes(new Date(2026, 10, 30, 15)).at(-1)?.at).toEqual(new Date(2026, 11, 7, 9));
});

it("writes a time as a field holds it, and reads it back", () => {
  const at = new Date(2026, 0, 3, 4, 5);
  expect(fieldValue(at)).toBe("2026-01-03T04:05");
  expect(new Date(fieldValue(at))).toEqual(at);
});
