import { expect, it } from "vitest";
import { claimedValue } from "./claimed-value.ts";

it.each([
  ["email", " Maya@Example.com ", "maya@example.com"],
  ["email", "maya", null],
  ["email", "maya @example.com", null],
  ["phone", "+49 (170) 123-45.67", "+491701234567"],
  ["phone", "12345", null],
  ["phone", "call me", null],
  ["external_id", " ", null],
  ["external_id", "Kunde 7", "Kunde 7"],
] as const)("%s %j is kept as %j", (kind, typed, kept) => expect(claimedValue(kind, typed)).toBe(kept));
