import { describe, expect, it } from "vitest";
import { negotiateLocale } from "./locales.ts";

describe("negotiateLocale", () => {
  it.each([
    [null, "en"],
    ["", "en"],
    ["fr", "fr"],
    ["de-AT,de;q=0.9,en;q=0.8", "de"],
    ["pt-BR,fr;q=0.4,de;q=0.7", "de"],
    ["ja", "en"],
    ["de;q=0,fr;q=0.1", "fr"],
  ])("%s gives %s", (header, expected) => {
    expect(negotiateLocale(header)).toBe(expected);
  });
});
