import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJson } from "./parse-json.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const parse = (text: string): unknown => parseJson(bytes(text))?.value;

/** What a value becomes: whole numbers that JSON writes as digits beyond 2^53 turn into those digits. */
function kept(value: unknown): unknown {
  if (typeof value === "number") {
    const text = JSON.stringify(value);
    return /^-?\d+$/.test(text) && !Number.isSafeInteger(value) ? text : JSON.parse(text);
  }
  if (typeof value === "string") return storable(value);
  if (Array.isArray(value)) return value.map(kept);
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [storable(key), kept(inner)]));
  }
  return value;
}
const storable = (text: string): string => text.toWellFormed().replaceAll("\0", "\ufffd");

describe("parseJson", () => {
  it("gives every JSON value back", () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), fc.boolean(), (value, pretty) => {
        expect(parse(JSON.stringify(value, null, pretty ? 2 : 0))).toEqual(kept(value));
      }),
      { numRuns: 150 },
    );
    // Some values are large, and other tests run beside it.
  }, 20_000);

  it("keeps the digits of any whole number, and leaves digits in texts alone", () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.string(), (number, text) => {
        const key = `${text}"\\${number}`;
        const parsed = parse(`{"id":${number},"list":[${number}, ${number}],${JSON.stringify(key)}:${JSON.stringify(key)}}`);
        const safe = number >= BigInt(Number.MIN_SAFE_INTEGER) && number <= BigInt(Number.MAX_SAFE_INTEGER);
        const want = safe ? Number(number) : String(number);
        expect(parsed).toEqual({ id: want, list: [want, want], [storable(key)]: storable(key) });
      }),
    );
  });

  it("keeps escapes as Meta writes them", () => {
    expect(parse('"\\u0645\\ud83d\\udc4b\\ud83c\\udffc a\\/b \\\\u0041 \\\\"')).toBe("م👋🏼 a/b \\u0041 \\");
  });

  it("replaces what PostgreSQL cannot store", () => {
    expect(parse('"a\\u0000b"')).toBe("a\ufffdb");
    expect(parse('["\\ud83d", "\\udc4b", "\\ud83d\\ud83d\\udc4b", "\\\\u0000"]')).toEqual(["\ufffd", "\ufffd", "\ufffd👋", "\\u0000"]);
  });

  it("leaves fractions and exponents numbers", () => {
    expect(parse("[1e21, 1234567890123.25, -0.5, 9007199254740991]")).toEqual([1e21, 1234567890123.25, -0.5, 9007199254740991]);
  });

  it.each(["", "{", '{"a":', '"\\u12', "[01]", "nope", '{"a":1}}', '"\\', "0123456789012345678", "-"])("answers undefined for %s", (text) =>
    expect(parseJson(bytes(text))).toBeUndefined(),
  );

  it("never throws, whatever the bytes", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (raw) => void parseJson(raw)));
  });
});
