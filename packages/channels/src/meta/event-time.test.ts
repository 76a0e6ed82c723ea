import { expect, it } from "vitest";
import { eventTime } from "./event-time.ts";

it.each([
  ["1793696400", 1793696400000],
  [1793696400, 1793696400000],
  [1793696400137, 1793696400137],
  ["1793696400137", 1793696400137],
  [1793696400137000, 1793696400137],
  ["1527459824", 1527459824000],
  [1793696400.5, 1793696400500],
])("%s is %d", (value, ms) => expect(eventTime(value)).toBe(ms));

it.each([null, undefined, "", "not-a-number", "-5", -5, 0, Number.NaN, {}, [], true, "1793696400137000000", "1e12"])("%s is no time", (value) =>
  expect(eventTime(value)).toBeNull(),
);
