import { fromTypeId } from "@onethread/core";
import { describe, expect, it } from "vitest";
import { newId, uuidV7 } from "./new-id.ts";

describe("uuidV7", () => {
  it("carries the time, the version and the variant", () => {
    const uuid = uuidV7(0x0192_3456_789a, new Uint8Array(16).fill(0xff));
    expect(uuid).toBe("01923456-789a-7fff-bfff-ffffffffffff");
  });

  it("sorts by time", () => {
    const zeros = new Uint8Array(16);
    expect(uuidV7(1000, zeros) < uuidV7(1001, zeros)).toBe(true);
  });
});

describe("newId", () => {
  it("makes an id the API takes", () => {
    expect(fromTypeId("message", newId("message"))).toMatch(/^[0-9a-f-]{36}$/);
  });
});
