import { describe, expect, it } from "vitest";
import { arrangeAttributes } from "./arrange-attributes.ts";
import { kindOf, nameProblem, readTyped, typedOf } from "./attribute-value.ts";

describe("what a value is", () => {
  it.each([
    [7, "number"],
    [false, "yesNo"],
    ["2026-02-28", "date"],
    ["2026-02-30", "text"],
    ["2026-02-28T10:00:00Z", "text"],
    ["https://shop.example/orders/7", "url"],
    ["javascript:alert(1)", "text"],
    ["https://", "text"],
    ["https://a.example and more", "text"],
    ["", "text"],
    [{ a: 1 }, "text"],
  ] as const)("%j is edited as %s", (value, kind) => {
    expect(kindOf(value)).toBe(kind);
    expect(typedOf(value).kind).toBe(kind);
  });
});

describe("what was typed", () => {
  it.each([
    ["text", "  VIP ", "VIP"],
    ["number", "12,5", 12.5],
    ["number", "-0.25", -0.25],
    ["yesNo", "true", true],
    ["yesNo", "", false],
    ["date", "2026-12-24", "2026-12-24"],
    ["url", "shop.example/a", "https://shop.example/a"],
    ["url", "http://shop.example", "http://shop.example/"],
    ["number", "", ""],
    ["date", " ", ""],
  ] as const)("as %s, %j is %j", (kind, text, value) => {
    expect(readTyped({ kind, text })).toEqual({ ok: true, value });
  });
  it.each([
    ["number", "twelve", "number"],
    ["number", "1,234", "number"],
    ["number", "1e400", "number"],
    ["number", "90071992547409931", "largeNumber"],
    ["date", "24.12.2026", "date"],
    ["date", "2026-02-30", "date"],
    ["url", "shop", "url"],
    ["url", "mailto:a@b.example", "url"],
    ["url", "shop.example/a b", "url"],
    ["text", "x".repeat(2001), "long"],
  ] as const)("as %s, %.20j is refused: %s", (kind, text, error) => {
    expect(readTyped({ kind, text })).toEqual({ ok: false, error });
  });
  it("comes back from a value as it was", () => {
    for (const value of ["VIP", 12.5, true, false, "2026-12-24", "https://shop.example/a"]) {
      expect(readTyped(typedOf(value))).toEqual({ ok: true, value });
    }
  });
});

describe("names", () => {
  it("are there, and only once", () => {
    expect(nameProblem("", {})).toBe("missing");
    expect(nameProblem("plan", { Plan: "pro" })).toBe("taken");
    expect(nameProblem("plan", { size: "S" })).toBeNull();
  });
});

describe("arranging", () => {
  it("groups by what stands before the point, and puts what is empty aside", () => {
    const { groups, empty } = arrangeAttributes({
      "order.total": 12,
      tier: "gold",
      "order.count": 0,
      "shop.id": 7,
      note: "",
      "ends.": "x",
      locale: false,
      gone: null,
    });
    expect(groups.map(({ title, entries }) => [title, entries.map(({ label }) => label)])).toEqual([
      [null, ["ends.", "locale", "shop.id", "tier"]],
      ["order", ["count", "total"]],
    ]);
    expect(empty.map(({ name }) => name)).toEqual(["gone", "note"]);
    expect(arrangeAttributes({})).toEqual({ groups: [], empty: [] });
  });
});
