import { describe, expect, it } from "vitest";
import { mapLink, outsideLink } from "./outside-links.ts";

describe("outsideLink", () => {
  it.each([
    ["https://shop.example/a", "https://shop.example/a"],
    ["javascript:alert(1)", null],
    ["data:text/html,x", null],
    ["shop.example", null],
    ["", null],
    [null, null],
  ])("%j -> %j", (url, link) => {
    expect(outsideLink(url)).toBe(link);
  });
});

it("points at the place", () => {
  expect(mapLink(52.5, -13.25)).toBe("https://www.openstreetmap.org/?mlat=52.5&mlon=-13.25#map=16/52.5/-13.25");
});
