import fc from "fast-check";
import { expect, it } from "vitest";
import { contrast, textOn } from "./contrast.ts";

it.each([
  ["#ffffff", "#000000", 21],
  ["#777777", "#ffffff", 4.48],
  ["#0b6e4f", "#0b6e4f", 1],
])("%s and %s", (one, other, ratio) => expect(contrast(one, other)).toBeCloseTo(ratio, 1));

it("whatever the colour, text on it can be read", () =>
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffff }), (value) => {
      const color = `#${value.toString(16).padStart(6, "0")}`;
      expect(textOn(color).contrast).toBeGreaterThanOrEqual(4.5);
    }),
  ));
