import { describe, expect, it } from "vitest";
import { safeNext } from "./safe-next.ts";

describe("safeNext", () => {
  it.each([
    ["/inbox/mine/cnv_1?q=a", "/inbox/mine/cnv_1?q=a"],
    ["//evil.example", "/inbox/all"],
    ["/\\evil.example", "/inbox/all"],
    ["https://evil.example", "/inbox/all"],
    ["javascript:alert(1)", "/inbox/all"],
    ["/\t/evil.example", "/inbox/all"],
    ["/login?next=/login", "/inbox/all"],
    [undefined, "/inbox/all"],
    [["/settings/labels", "/x"], "/settings/labels"],
  ])("%j gives %s", (next, expected) => {
    expect(safeNext(next)).toBe(expected);
  });
});
