import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amountText, decimalOf, fromMinor, plus, times } from "./decimal.ts";

const text = (value: unknown, currency = "EUR"): string | null => {
  const amount = decimalOf(value);
  return amount === null ? null : amountText(amount, currency);
};

describe("amounts", () => {
  it.each<[unknown, string, string | null]>([
    [34.5, "GBP", "34.50"],
    [89, "EUR", "89.00"],
    ["1.999", "EUR", "1.999"],
    ["2.500", "EUR", "2.50"],
    [1200, "JPY", "1200"],
    ["1200.00", "JPY", "1200"],
    [0.5, "KWD", "0.500"],
    [-3.1, "EUR", "-3.10"],
    [0.05, "EUR", "0.05"],
    [1e-7, "EUR", null],
    [1e21, "EUR", null],
    [Number.NaN, "EUR", null],
    ["1,5", "EUR", null],
    ["", "EUR", null],
    [null, "EUR", null],
    [{}, "EUR", null],
    ["9".repeat(41), "EUR", null],
  ])("%s %s is %s", (value, currency, want) => expect(text(value, currency)).toBe(want));

  it.each<[unknown, unknown, string | null]>([
    [129900, 100, "1299.00"],
    [5, 100, "0.05"],
    [7, 1, "7.00"],
    [1, 7, null],
    [1, 0, null],
    ["x", 100, null],
  ])("%s of %s parts is %s", (value, offset, want) => {
    const amount = fromMinor(value, offset);
    expect(amount && amountText(amount, "INR")).toBe(want);
  });

  it("adds and multiplies without a floating point's cents", () => {
    const cents = fc.integer({ min: 0, max: 10_000_000 });
    fc.assert(
      fc.property(fc.array(fc.tuple(cents, fc.integer({ min: 1, max: 99 })), { minLength: 1, maxLength: 20 }), (lines) => {
        const total = lines
          .map(([price, quantity]) => times(decimalOf(price / 100) ?? { units: 0n, places: 0 }, decimalOf(quantity) ?? { units: 0n, places: 0 }))
          .reduce(plus);
        const exact = lines.reduce((sum, [price, quantity]) => sum + price * quantity, 0);
        expect(amountText(total, "EUR")).toBe(`${Math.floor(exact / 100)}.${String(exact % 100).padStart(2, "0")}`);
      }),
    );
  });
});
