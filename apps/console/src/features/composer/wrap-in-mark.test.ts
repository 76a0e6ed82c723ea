import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findMarks } from "../message-content/find-marks.ts";
import { wrapInMark } from "./wrap-in-mark.ts";

/** The text with its selection between brackets. */
function wrapped(marked: string, kind: "bold" | "italic" | "strike" | "code" = "bold"): string {
  const [start, end] = [marked.indexOf("["), marked.indexOf("]") - 1];
  const text = marked.replaceAll(/[[\]]/g, "");
  const change = wrapInMark(text, { start, end }, kind);
  const result = text.slice(0, change.start) + change.text + text.slice(change.end);
  const { select } = change;
  return `${result.slice(0, select.start)}[${result.slice(select.start, select.end)}]${result.slice(select.end)}`;
}

describe("a mark around what is selected", () => {
  it.each([
    ["say [this] now", "say *[this]* now"],
    ["say *[this]* now", "say [this] now"],
    ["say [*this*] now", "say [this] now"],
    ["say[ this ]now", "say *[this]* now"],
    ["[one\n\n  two]", "[*one*\n\n  *two*]"],
    ["[*one*\n*two*]", "[one\ntwo]"],
    ["here []", "here *[]*"],
    ["here *[]*", "here []"],
  ])("%j becomes %j", (before, after) => expect(wrapped(before)).toBe(after));

  it("is taken away by the same key again, and is one where it stands between blanks", () => {
    const line = fc.string({ unit: fc.constantFrom("a", "b", " ", ".", "é"), minLength: 1 }).filter((text) => text.trim() !== "");
    fc.assert(
      fc.property(line, fc.constantFrom("bold" as const, "italic" as const, "strike" as const, "code" as const), (text, kind) => {
        const once = wrapInMark(text, { start: 0, end: text.length }, kind);
        expect(findMarks(once.text).map((mark) => mark.kind)).toEqual([kind]);
        const twice = wrapInMark(once.text, once.select, kind);
        expect(once.text.slice(0, twice.start) + twice.text + once.text.slice(twice.end)).toBe(text);
      }),
    );
  });
});
