import { parseSearch } from "@onethread/core";
import { describe, expect, it } from "vitest";
import { setToken } from "./set-token.ts";

describe("setToken", () => {
  it.each([
    ["coat", "is", "open", "is:open coat"],
    ["is:done coat", "is", "open", "is:open coat"],
    ["coat is:done blue", "is", null, "coat blue"],
    ['label:"VIP client" coat', "label", null, "coat"],
    ["", "label", "VIP client", 'label:"VIP client" '],
    ["this:open", "is", "open", "is:open this:open"],
  ] as const)("%s with %s %s", (text, filter, value, expected) => expect(setToken(text, filter, value)).toBe(expected));

  it("writes what is read as the same filter", () => {
    for (const name of ["VIP", "VIP client", 'the "best"', "Müller"])
      expect(parseSearch(setToken("coat", "label", name)).label).toEqual([name.replaceAll('"', "")]);
  });
});
