import { expect, it } from "vitest";
import { money } from "./money.ts";

it.each([
  ["80.94", "EUR", "de", "80,94 €"],
  ["80.94", "GBP", "en", "£80.94"],
  ["80.94", null, "en", "80.94"],
  ["80.94", "not a code", "en", "80.94 not a code"],
  ["many", "EUR", "en", "many EUR"],
])("%s %s in %s is %s", (amount, currency, locale, text) => {
  expect(money(amount, currency, locale).replace(/\s/g, " ")).toBe(text);
});
