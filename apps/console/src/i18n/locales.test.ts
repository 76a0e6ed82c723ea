import { describe, expect, it } from "vitest";
import { directionOf, formattingLocale, negotiateLocale } from "./locales.ts";

describe("negotiateLocale", () => {
  it.each([
    [null, "en"],
    ["", "en"],
    ["fr", "fr"],
    ["de-AT,de;q=0.9,en;q=0.8", "de"],
    ["ja-JP,fr;q=0.4,de;q=0.7", "de"],
    ["pt-BR,en;q=0.5", "pt-BR"],
    ["pt", "pt-BR"],
    ["pt-PT", "pt-BR"],
    ["es-MX", "es"],
    ["ar-EG,en;q=0.5", "ar"],
    ["ja", "en"],
    ["de;q=0,fr;q=0.1", "fr"],
  ])("%s gives %s", (header, expected) => {
    expect(negotiateLocale(header)).toBe(expected);
  });
});

it.each([
  ["en", "ltr"],
  ["pt-BR", "ltr"],
  ["ar", "rtl"],
])("%s is written %s", (locale, expected) => expect(directionOf(locale)).toBe(expected));

describe("formattingLocale", () => {
  it.each([
    ["en", ["de-DE", "en-GB"], "en-GB"],
    ["pt-BR", ["pt-PT"], "pt-PT"],
    ["fr", ["en-US"], "fr"],
    ["ar", ["en-US"], "ar-u-ca-gregory-nu-latn"],
    ["ar", ["ar-SA"], "ar-SA-u-ca-gregory-nu-latn"],
  ])("%s in a browser of %s", (locale, browser, expected) => expect(formattingLocale(locale, browser)).toBe(expected));

  it("writes the digits and the calendar everybody reads", () => {
    const locale = formattingLocale("ar", ["ar-SA"]);
    expect(new Intl.DateTimeFormat(locale, { dateStyle: "short", timeZone: "UTC" }).format(Date.UTC(2026, 10, 4))).toContain("2026");
  });
});
