import { describe, expect, it } from "vitest";
import { lengthOf, whenOf } from "./hours-line.tsx";

describe("how long an answer takes", () => {
  it.each([
    [20, "1 minute"],
    [61, "2 minutes"],
    [3600, "60 minutes"],
    [3601, "2 hours"],
    [90_000, "2 days"],
  ])("rounds %i seconds up: it is a promise", (seconds, said) => expect(lengthOf(seconds, "en")).toBe(said));
});

it("says the weekday unless it is today", () => {
  const now = new Date(2026, 10, 27, 18, 0);
  const plain = (text: string) => text.replaceAll("\u202f", " ");
  expect(plain(whenOf(new Date(2026, 10, 27, 20, 30).toISOString(), "en", now))).toBe("8:30 PM");
  expect(plain(whenOf(new Date(2026, 10, 30, 9, 0).toISOString(), "en", now))).toBe("Monday 9:00 AM");
});
