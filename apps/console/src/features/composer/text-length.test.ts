import { describe, expect, it } from "vitest";
import { remaining, textLength } from "./text-length.ts";

describe("textLength", () => {
  it.each([
    ["abc", "characters", 3],
    ["🙂🙂", "characters", 2],
    ["äö", "bytes", 4],
    ["🙂", "bytes", 4],
    ["", "bytes", 0],
  ] as const)("%s in %s is %d", (text, unit, expected) => {
    expect(textLength(text, unit)).toBe(expected);
  });
});

describe("remaining", () => {
  const limit = { max: 10, unit: "characters" } as const;
  it("is silent until it matters", () => {
    expect(remaining("1234567", limit)).toBeNull();
  });
  it("counts down and below zero", () => {
    expect(remaining("12345678", limit)).toBe(2);
    expect(remaining("12345678901", limit)).toBe(-1);
  });
  it("counts bytes where the channel does", () => {
    expect(remaining("ääää", { max: 10, unit: "bytes" })).toBe(2);
    expect(remaining("🙂🙂🙂", { max: 10, unit: "bytes" })).toBe(-2);
  });
});
