import { describe, expect, it } from "vitest";
import { looksLikePhone, readPhone } from "./read-recipient.ts";

describe("readPhone", () => {
  it.each([
    ["+44 7700 900461", "447700900461"],
    ["0044 (7700) 900-461", "447700900461"],
    ["44 7700\u00a0900\u2011461", "447700900461"],
    ["07700 900461", null],
    ["+44 77", null],
    ["Maya", null],
    ["", null],
  ])("%j -> %j", (text, digits) => {
    expect(readPhone(text)).toBe(digits);
  });
});

describe("looksLikePhone", () => {
  it.each([
    ["+44 7", true],
    ["(030) 1", true],
    ["Maya 2", false],
    ["4", false],
  ])("%j: %j", (text, yes) => {
    expect(looksLikePhone(text)).toBe(yes);
  });
});
