import { describe, expect, it } from "vitest";
import { bitsOfTerm, signatureOf } from "./search-signature.ts";

const mayHold = (signature: Uint8Array, term: string) => bitsOfTerm(term).every((bit) => ((signature[bit >> 3] ?? 0) >> (bit & 7)) & 1);

describe("signatureOf", () => {
  it("never misses what is in a text", () => {
    const signature = signatureOf(["returning order 20418 in xs", "我要退货 iphone手机", "congratulations everybody"]);
    for (const term of ["r", "return", "returning", "204", "xs", "退货", "货", "手机", "iphone", "congratulations", "order 20418"])
      expect(mayHold(signature, term), term).toBe(true);
    for (const term of ["returned", "turning", "0418", "退单", "parcel"]) expect(mayHold(signature, term), term).toBe(false);
  });
  it("seldom says yes to what is not there, with as many words as a block has", () => {
    const word = (n: number) => (n * 2654435761).toString(36).slice(-6);
    const signature = signatureOf(Array.from({ length: 64 }, (_, text) => Array.from({ length: 4 }, (_, place) => word(text * 4 + place)).join(" ")));
    const wrong = Array.from({ length: 5000 }, (_, n) => word(100_000 + n)).filter((one) => mayHold(signature, one));
    expect(wrong.length / 5000).toBeLessThan(0.03);
  });
});
