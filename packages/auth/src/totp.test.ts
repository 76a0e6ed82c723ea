import { Secret } from "otpauth";
import { describe, expect, it } from "vitest";
import { newTotpSecret, stepOfCode, totpUri } from "./totp.ts";

/** RFC 6238, appendix B: SHA-1, the last six of its eight digits. */
const secret = Secret.fromUTF8("12345678901234567890").base32;

describe("stepOfCode", () => {
  it.each([
    [59, "287082", 1],
    [1111111109, "081804", 37037036],
    [1111111111, "050471", 37037037],
    [1234567890, "005924", 41152263],
    [2000000000, "279037", 66666666],
  ])("at %i s takes %s as step %i", (seconds, code, step) => {
    expect(stepOfCode(secret, code, new Date(seconds * 1000))).toBe(step);
  });

  it("takes the neighbouring steps and says which, but no other", () => {
    const at = (seconds: number) => stepOfCode(secret, "287082", new Date(seconds * 1000));
    expect([at(10), at(59), at(89), at(90)]).toEqual([1, 1, 1, null]);
  });

  it.each(["", "28708", "2870821", "28708a", " 287082"])("does not take %j", (code) => expect(stepOfCode(secret, code, new Date(59_000))).toBeNull());
});

it("makes secrets of 160 bits that nobody has seen, and an address apps can read", () => {
  expect(newTotpSecret()).toMatch(/^[A-Z2-7]{32}$/);
  expect(newTotpSecret()).not.toBe(newTotpSecret());
  const uri = new URL(totpUri(secret, "a@example.com"));
  expect(uri.protocol).toBe("otpauth:");
  expect(Object.fromEntries(uri.searchParams)).toMatchObject({ issuer: "Onethread", secret, period: "30", digits: "6" });
});
