import { describe, expect, it } from "vitest";
import { digitsOf, parseSearch } from "./search-query.ts";

const parse = (text: string) => {
  const { words, phrases, ...rest } = parseSearch(text);
  const filters = Object.fromEntries(
    Object.entries(rest).filter(([, value]) => value !== null && value !== false && value !== "" && !(Array.isArray(value) && value.length === 0)),
  );
  return { ...(words.length > 0 ? { words } : {}), ...(phrases.length > 0 ? { phrases } : {}), ...filters };
};

describe("parseSearch", () => {
  it.each([
    ["blue Coat coat", { words: ["blue", "coat"], text: "blue Coat coat" }],
    ['"late parcel" again', { words: ["again"], phrases: ["late parcel"], text: "late parcel  again" }],
    [
      "from:customer is:open is:SNOOZED has:attachment coat",
      { from: ["customer"], is: ["open", "snoozed"], hasAttachment: true, words: ["coat"], text: "coat" },
    ],
    ['label:"VIP client" assignee:me channel:whatsapp', { label: ["VIP client"], assignee: ["me"], channel: ["whatsapp"] }],
    ["after:2026-01-31 before:2026-02-28", { after: "2026-01-31", before: "2026-02-28" }],
    // What looks like a filter and is none is looked for.
    ["after:yesterday", { words: ["after", "yesterday"], text: "after:yesterday" }],
    ["after:2026-02-31", { words: ["after", "2026", "02", "31"], text: "after:2026-02-31" }],
    ["is:lost channel:fax has:coat", { words: ["is", "lost", "channel", "fax", "has", "coat"], text: "is:lost channel:fax has:coat" }],
    ["https://example.org", { words: ["https", "example", "org"], text: "https://example.org" }],
    ["label:", { words: ["label"], text: "label:" }],
    // A quotation that is not closed yet.
    ['"late par', { phrases: ["late par"], text: "late par" }],
    ['label:"VIP cl', { label: ["VIP cl"] }],
    ['""', {}],
    ["我要退货", { words: ["我要退货"], text: "我要退货" }],
  ])("%s", (given, expected) => expect(parse(given)).toEqual(expected));

  it("is not slow on what somebody makes up to be slow", () => {
    const started = performance.now();
    for (const piece of ['"', "a:", 'a:"', "from:", "é", ":", 'x"']) parseSearch(piece.repeat(5000));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe("digitsOf", () => {
  it.each([
    ["+49 151 23", "4915123"],
    ["0151/23-4", "151234"],
    ["0049 (0)151 23", "4915123"],
    ["20418", "20418"],
    ["12", null],
    ["order 20418", null],
  ])("%s is %s", (given, digits) => expect(digitsOf(given)).toBe(digits));
});
