import type { Conversation } from "@onethread/core/api";
import { describe, expect, it } from "vitest";
import { arrange } from "./arrange.ts";

const rows = (ids: string) => [...ids].map((id) => ({ id }) as Conversation);
const shown = (ids: string, order: string | null) => {
  const { rows: arranged, pending } = arrange(rows(ids), order === null ? null : [...order]);
  return [arranged.map((row) => row.id).join(""), pending];
};

describe("arrange", () => {
  it.each([
    ["abc", null, "abc", 0],
    ["abc", "abc", "abc", 0],
    ["xabc", "abc", "abc", 1], // arrived: waits
    ["cab", "abc", "abc", 1], // risen: waits
    ["xcab", "abc", "abc", 2],
    ["ac", "abc", "ac", 0], // left: leaves
    ["abcde", "abc", "abcde", 0], // scrolled further: appended
    ["", "abc", "", 0],
  ])("%s held as %s shows %s with %d waiting", (ids, order, expected, pending) => {
    expect(shown(ids, order)).toEqual([expected, pending]);
  });
  it("puts what is taken back where it belongs, and lets only others wait", () => {
    const back = (ids: string, held: string, returning: string) => {
      const { rows: arranged, pending } = arrange(rows(ids), [...held], new Set(returning));
      return [arranged.map((row) => row.id).join(""), pending];
    };
    expect(back("abc", "ac", "b")).toEqual(["abc", 0]);
    expect(back("abc", "bc", "a")).toEqual(["abc", 0]);
    expect(back("xabc", "ac", "b")).toEqual(["abc", 1]);
  });
});
