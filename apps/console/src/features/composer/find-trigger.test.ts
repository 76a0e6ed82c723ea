import { describe, expect, it } from "vitest";
import { findTrigger } from "./find-trigger.ts";

describe("a sign in what is written", () => {
  it("asks for a list at the beginning of a word, with what follows it", () => {
    expect(findTrigger("/", 1, "/")).toEqual({ start: 0, query: "" });
    expect(findTrigger("Hi /shi", 7, "/")).toEqual({ start: 3, query: "shi" });
    expect(findTrigger("Hi\n/é-1_", 8, "/")).toEqual({ start: 3, query: "é-1_" });
    expect(findTrigger("Hi /ship and more", 5, "/")).toEqual({ start: 3, query: "s" });
    expect(findTrigger("Nice :+1", 8, ":")).toEqual({ start: 5, query: "+1" });
  });

  it("is a sign like any other otherwise", () => {
    for (const text of ["and/or", "https://", "/ship ", "1/2", ""]) expect(findTrigger(text, text.length, "/"), text).toBeNull();
    for (const text of ["10:30", "see:this", ": ", ":) ", ":)"]) expect(findTrigger(text, text.length, ":"), text).toBeNull();
  });

  it("costs the same in a long text", () => {
    const text = `${"word ".repeat(20_000)}/ship`;
    expect(findTrigger(text, text.length, "/")).toEqual({ start: 100_000, query: "ship" });
  });
});
