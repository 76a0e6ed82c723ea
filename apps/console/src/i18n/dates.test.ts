import { describe, expect, it } from "vitest";
import { makeDates } from "./dates.ts";

const now = Date.parse("2026-11-04T12:00:00.000Z");
const ago = (minutes: number) => new Date(now - minutes * 60_000).toISOString();
const english = makeDates("en", "UTC");

describe("short", () => {
  it.each([
    [0, "0m"],
    [14, "14m"],
    [185, "3h"],
    [60 * 30, "Tue"],
    [60 * 24 * 20, "Oct 15"],
    [60 * 24 * 400, "Sep 30, 2025"],
  ])("%d minutes ago gives %s", (minutes, expected) => {
    expect(english.short(ago(minutes), now)).toBe(expected);
  });
  it("does not count backwards for a clock that is ahead", () => {
    expect(english.short(ago(-5), now)).toBe("0m");
  });
});

describe("soon", () => {
  it.each([
    [180, "3:00 PM"],
    [60 * 30, "Thu"],
    [60 * 24 * 20, "Nov 24"],
  ])("in %d minutes gives %s", (minutes, expected) => {
    expect(english.soon(ago(-minutes), now).replace(/\s/g, " ")).toBe(expected);
  });
});

describe("span", () => {
  it.each([
    [20_000, "1m"],
    [14 * 60_000, "14m"],
    [3_600_000, "1h"],
    [79_800_000, "22h 10m"],
    [49 * 3_600_000, "2d"],
  ])("%d ms gives %s", (milliseconds, expected) => {
    expect(english.span(milliseconds)).toBe(expected);
  });
});

describe("age", () => {
  it.each([
    [20_000, "1m"],
    [79_800_000, "22h"],
    [49 * 3_600_000, "2d"],
  ])("%d ms gives %s", (milliseconds, expected) => {
    expect(english.age(milliseconds)).toBe(expected);
  });
  it("keeps the unit in German", () => {
    expect(makeDates("de", "UTC").age(29 * 60_000)).toBe("29 Min.");
  });
});

describe("day", () => {
  it("speaks the reader's language", () => {
    expect(english.day(ago(60), now)).toBe("Today");
    expect(makeDates("de", "UTC").day(ago(60 * 24), now)).toBe("Gestern");
    expect(makeDates("fr", "UTC").day(ago(60 * 24 * 3), now)).toBe("dimanche 1 novembre");
  });
});
