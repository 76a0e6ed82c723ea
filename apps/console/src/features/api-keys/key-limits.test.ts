import { expect, it } from "vitest";
import { endingKeys, expiryOf, expiryState, readAddresses, strangeAddresses } from "./key-limits.ts";

const now = Date.parse("2026-11-29T12:00:00.000Z");

it("ends after so many days, after a chosen day is over, or never", () => {
  expect(expiryOf("never", "", now)).toBeNull();
  expect(expiryOf("30", "", now)).toBe("2026-12-29T12:00:00.000Z");
  const end = new Date(expiryOf("date", "2026-12-24", now) ?? "");
  expect([end.getFullYear(), end.getMonth(), end.getDate(), end.getHours()]).toEqual([2026, 11, 25, 0]);
});

it("points out what ends soon", () => {
  expect(expiryState(null, now)).toEqual({ kind: "never" });
  expect(expiryState("2026-11-29T12:00:00.000Z", now)).toEqual({ kind: "expired" });
  expect(expiryState("2026-11-30T11:00:00.000Z", now)).toEqual({ kind: "soon", days: 1 });
  expect(expiryState("2026-12-13T12:00:00.000Z", now)).toEqual({ kind: "later" });
});

it("tells of those that end within a week, and no longer of those that have ended", () => {
  const keys = [null, "2026-11-29T11:00:00.000Z", "2026-11-30T11:00:00.000Z", "2026-12-06T12:00:00.000Z", "2026-12-06T12:00:01.000Z"];
  const ending = endingKeys(
    keys.map((expiresAt) => ({ expiresAt })),
    now,
  );
  expect(ending.map(({ expiresAt }) => expiresAt)).toEqual(["2026-11-30T11:00:00.000Z", "2026-12-06T12:00:00.000Z"]);
});

it("reads addresses however they are parted, and finds what is none", () => {
  expect(readAddresses(" 10.0.0.1,10.1.0.0/16\n2001:db8::/32 ;")).toEqual(["10.0.0.1", "10.1.0.0/16", "2001:db8::/32"]);
  expect(strangeAddresses(["10.0.0.1", "::1", "fd00::/8", "10.0.0", "example.com", "10.0.0.0/"])).toEqual(["10.0.0", "example.com", "10.0.0.0/"]);
});
