import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isOriginAllowed, isOriginPattern } from "./allowed-origin.ts";

describe("origins of a chat", () => {
  it.each([
    ["https://shop.com", true],
    ["https://shop.com:8443", true],
    ["https://*.shop.com", true],
    ["http://localhost:3000", true],
    ["http://127.0.0.1", true],
    ["http://shop.com", false],
    ["https://*.com", false],
    ["https://*", false],
    ["https://shop.*", false],
    ["https://a.*.shop.com", false],
    ["https://shop.com/", false],
    ["https://shop.com; script-src *", false],
    ["https://shop.com https://evil.com", false],
    ["https://user@shop.com", false],
    ["*", false],
    ["null", false],
    ["", false],
  ])("%s", (text, fits) => expect(isOriginPattern(text)).toBe(fits));

  it.each([
    ["https://shop.com", ["https://shop.com"], true],
    ["https://SHOP.com", ["https://shop.com"], true],
    ["https://shop.com.evil.com", ["https://shop.com"], false],
    ["https://evilshop.com", ["https://*.shop.com"], false],
    ["https://a.shop.com", ["https://*.shop.com"], true],
    ["https://a.b.shop.com", ["https://*.shop.com"], false],
    ["https://shop.com", ["https://*.shop.com"], false],
    ["https://.shop.com", ["https://*.shop.com"], false],
    ["http://a.shop.com", ["https://*.shop.com"], false],
    ["https://a.shop.com:444", ["https://*.shop.com"], false],
    ["https://*.shop.com", ["https://*.shop.com"], false],
    ["null", ["https://shop.com"], false],
    ["https://shop.com", [], false],
  ])("%s in %j", (origin, patterns, allowed) => expect(isOriginAllowed(origin, patterns)).toBe(allowed));

  const label = fc.stringMatching(/^[a-z0-9]{1,8}$/);
  it("a wildcard is one label of that very host", () =>
    fc.assert(
      fc.property(fc.array(label, { minLength: 1, maxLength: 4 }), label, (labels, shop) => {
        const origin = `https://${[...labels, shop, "com"].join(".")}`;
        expect(isOriginAllowed(origin, [`https://*.${shop}.com`])).toBe(labels.length === 1);
      }),
    ));
  it("what is no origin is never allowed", () =>
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(isOriginAllowed(text, ["https://*.shop.com", "https://shop.com"])).toBe(
          /^https:\/\/([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)?shop\.com$/i.test(text),
        );
      }),
    ));
});
