import fc from "fast-check";
import { expect, it } from "vitest";
import { isChatLink, linkify } from "./linkify.ts";

it.each([
  ["no link", []],
  ["see https://wa.me/44?text=a%20b.", ["https://wa.me/44?text=a%20b"]],
  ["(https://m.me/900?ref=ot-1) and http://x.example/a", ["https://m.me/900?ref=ot-1", "http://x.example/a"]],
  ["javascript:alert(1) <https://ok.example>", ["https://ok.example"]],
])("%s", (text, urls) => {
  expect(linkify(text).flatMap(({ url }) => url ?? [])).toEqual(urls);
});

it("loses nothing", () => {
  const part = fc.oneof(fc.string(), fc.webUrl(), fc.constantFrom(" ", ".", "https://", ")"));
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      expect(
        linkify(parts.join(""))
          .map((piece) => piece.text)
          .join(""),
      ).toBe(parts.join(""));
    }),
  );
});

it("knows which links lead to a phone", () => {
  expect(["https://wa.me/44", "https://www.m.me/9", "https://ig.me/m/x"].every(isChatLink)).toBe(true);
  expect(["https://example.com/wa.me", "https://wa.me.example.com/", "nope"].some(isChatLink)).toBe(false);
});
