import { expect, it } from "vitest";
import { signed } from "./use-signature.ts";

it("puts a signature below words, and below nothing else", () => {
  expect(signed("Hi", "Ren\nAlpaca & Co")).toBe("Hi\n\nRen\nAlpaca & Co");
  expect(signed("", "Ren")).toBe("");
  expect(signed("Hi", "")).toBe("Hi");
});
