import { describe, expect, it } from "vitest";
import { fieldsOf } from "../fields-of.ts";
import { idOf } from "./claims.ts";

describe("what a page says of its visitor", () => {
  it("has names and values that the API takes", () => {
    expect(fieldsOf({ email: "a@b.example", traits: { cartValue: 12.5, "VIP customer": true, none: null, "1st": "x", "!": "y" } })).toEqual({
      email: "a@b.example",
      cart_value: "12.5",
      vip_customer: true,
    });
  });

  it("has one id, whatever its order, and another one when it changes", () => {
    expect(idOf({ a: "1", b: true })).toBe(idOf({ b: true, a: "1" }));
    expect(idOf({ a: "1" })).not.toBe(idOf({ a: "2" }));
    expect(idOf({ a: "1" })).toMatch(/^[A-Za-z0-9_-]{8,64}$/);
  });
});
