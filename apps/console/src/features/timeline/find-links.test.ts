import { describe, expect, it } from "vitest";
import { findLinks } from "./find-links.ts";

const links = (text: string) => findLinks(text).flatMap((part) => (part.kind === "link" ? part.text : []));

describe("findLinks", () => {
  it.each([
    ["see https://shop.example/coat.", ["https://shop.example/coat"]],
    ["(https://shop.example/a)", ["https://shop.example/a"]],
    ["https://shop.example/a_(b), ok?", ["https://shop.example/a_(b)"]],
    ["HTTP://SHOP.EXAMPLE!", ["HTTP://SHOP.EXAMPLE"]],
    ["javascript:alert(1)", []],
    ["data:text/html,x shop.example", []],
    ["https://", []],
    ['https://a.example"onmouseover=', ["https://a.example"]],
  ])("%s", (text, expected) => {
    expect(links(text)).toEqual(expected);
  });

  it.each(["a https://b.example c https://d.example", "no link", "", "https://a.example"])("loses no character of %j", (text) => {
    expect(
      findLinks(text)
        .map((part) => part.text)
        .join(""),
    ).toBe(text);
  });
});
