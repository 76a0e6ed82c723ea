import { describe, expect, it } from "vitest";
import { findMention, mentionedIds, mentionParts } from "./mentions.ts";

const ada = { id: "agt_ada", name: "Ada Lovelace" };
const people = [{ id: "agt_a", name: "Ada" }, ada, { id: "agt_s", name: "Şule Öz" }, { id: "agt_j1", name: "Jo" }, { id: "agt_j2", name: "jo" }];

describe("findMention", () => {
  it.each([
    ["@", { start: 0, query: "" }],
    ["see @ad", { start: 4, query: "ad" }],
    ["(@ad", { start: 1, query: "ad" }],
    ["@Ada Lov", { start: 0, query: "Ada Lov" }],
    ["@Ada Lovelace ", null],
    ["@ ad", null],
    ["mail@example", null],
    ["@ad\nnext", null],
    ["nobody", null],
    [`@${"x".repeat(41)}`, null],
    ["@a @b", { start: 3, query: "b" }],
  ])("at the end of %j", (text, found) => expect(findMention(text, text.length)).toEqual(found));

  it("goes by the caret", () => {
    expect(findMention("@ada and @sule", 4)).toEqual({ start: 0, query: "ada" });
    expect(findMention("@ada", 0)).toBeNull();
  });
});

describe("mentionedIds", () => {
  it.each([
    ["Could you look, @Ada Lovelace?", ["agt_ada"]],
    ["@Ada, please", ["agt_a"]],
    ["@ada lovelace's idea, @Ada", ["agt_ada", "agt_a"]],
    ["@Adam", []],
    ["mail me@Ada", []],
    ["@Şule Öz!", ["agt_s"]],
    ["@Jo and @Jo", ["agt_j1", "agt_j2"]],
    ["@@Ada", ["agt_a"]],
    ["Ada Lovelace", []],
  ])("in %j", (text, ids) => expect(mentionedIds(text, people)).toEqual(ids));

  it("keeps every letter of the text, whatever is in it", () => {
    for (const text of ["@Ada Lovelace", "a @Ada b @Jo", "@", "", "@@@Ada@Jo"])
      expect(
        mentionParts(text, people)
          .map((part) => part.text)
          .join(""),
      ).toBe(text);
  });
});
