import { describe, expect, it } from "vitest";
import { initialsOf } from "./initials.ts";

describe("initialsOf", () => {
  it.each([
    ["Maya Trent", "MT"],
    ["maya", "M"],
    ["Jean-Luc van der Berg", "JB"],
    ["@shop_fan", "S"],
    ["ليلى حداد", "ل"],
    ["山田 太郎", "山"],
    ["🙂", "?"],
    ["", "?"],
    [null, "?"],
    ["+44 7700 900123", "49"],
  ])("%s gives %s", (name, expected) => {
    expect(initialsOf(name)).toBe(expected);
  });
});
