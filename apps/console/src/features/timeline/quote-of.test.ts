import { expect, it } from "vitest";
import { quoteOf } from "./quote-of.ts";

it("quotes every line, with who said it and when, and leaves room below", () => {
  expect(quoteOf("One\n\nTwo ", { name: "Maya Trent", moment: "28 Nov, 10:42" })).toBe("Maya Trent, 28 Nov, 10:42:\n> One\n>\n> Two\n\n");
  expect(quoteOf("Hi", { name: null, moment: "10:42" })).toBe("10:42:\n> Hi\n\n");
});
