import { describe, expect, it } from "vitest";
import { fold } from "./search-fold.ts";
import { excerptOf, findTerms, isNear } from "./search-match.ts";

const marked = (text: string, ...terms: (string | string[])[]) =>
  findTerms(
    fold(text),
    terms.map((term) => [term].flat()),
  )?.map(({ start, end }) => text.normalize("NFC").slice(start, end)) ?? null;

describe("findTerms", () => {
  it("finds words by how they begin, and nowhere else in them", () => {
    expect(marked("The coats, a raincoat", "coat")).toEqual(["coat"]);
    expect(marked("A raincoat", "coat")).toBeNull();
    expect(marked("One coat", "coat", "blue")).toBeNull();
  });
  it("marks what was written, accents and all", () => {
    expect(marked("Frau Zoë", "zoe")).toEqual(["Zoë"]);
    expect(marked("Zoe\u0308!", "zoe")).toEqual(["Zoë"]);
    expect(marked("Die Größe.", "grosse")).toEqual(["Größe"]);
    expect(marked("die 𠮷野家", "野家")).toEqual(["野家"]);
    expect(marked("die 𠮷", "𠮷")).toEqual(["𠮷"]);
  });
  it("finds any part of scripts without words, and words beside them", () => {
    expect(marked("我要退货单", "退货")).toEqual(["退货"]);
    expect(marked("买iPhone手机", "iphone")).toEqual(["iPhone"]);
    expect(marked("한국에서", "국에")).toEqual(["국에"]);
  });
  it("finds phrases as they stand, and one of several words", () => {
    expect(marked("A late, late parcel", "late parcel")).toEqual(["late parcel"]);
    expect(marked("A parcel, late", "late parcel")).toBeNull();
    expect(marked("A coat", ["caot", "coat"])).toEqual(["coat"]);
  });
  it("joins marks that overlap", () => expect(marked("coats", "coat", "coats")).toEqual(["coats"]));
});

describe("excerptOf", () => {
  it("leaves a short text as it is", () =>
    expect(excerptOf("A coat", [{ start: 2, end: 6 }])).toEqual({ text: "A coat", marks: [{ start: 2, end: 6 }] }));
  it("cuts a long one around the first mark, and moves the marks", () => {
    const text = `${"words and more ".repeat(40)}coat ${"and so on ".repeat(60)}coat`;
    const at = text.indexOf("coat");
    const cut = excerptOf(text, [
      { start: at, end: at + 4 },
      { start: text.length - 4, end: text.length },
    ]);
    expect(cut.text.length).toBeLessThan(250);
    expect(cut.text).toMatch(/^….*…$/);
    expect(cut.marks.map(({ start, end }) => cut.text.slice(start, end))).toEqual(["coat"]);
  });
  it("never cuts a character in half", () => {
    const { text } = excerptOf("🦙".repeat(400), [{ start: 201, end: 203 }]);
    expect(text).not.toMatch(/(?<![\ud800-\udbff])[\udc00-\udfff]|[\ud800-\udbff](?![\udc00-\udfff])/);
  });
});

describe("isNear", () => {
  it.each([
    ["caot", "coat", true],
    ["maja", "maya", true],
    ["retrn", "return", true],
    ["delivary", "delivery", true],
    ["adress", "address", true],
    ["accomodatoin", "accommodation", true],
    ["cat", "car", false],
    ["coat", "coat", false],
    ["coat", "boot", false],
  ])("%s and %s: %s", (typed, word, near) => expect(isNear(typed, word)).toBe(near));
});
