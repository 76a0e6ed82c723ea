import { describe, expect, it } from "vitest";
import { prettyJson } from "./pretty-json.ts";

describe("prettyJson", () => {
  it("breaks lines as JSON.stringify does", () => {
    const value = { a: [1, { b: 'x, {y}: "z" \\' }, []], c: {}, d: null, e: "<script>alert(1)</script>", f: -1.5e3, g: [[true]] };
    expect(prettyJson(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2));
    expect(prettyJson(JSON.stringify(value, null, 4))).toBe(JSON.stringify(value, null, 2));
  });

  it("leaves numbers as they were sent", () => {
    expect(prettyJson('{"id":12345678901234567890}')).toBe('{\n  "id": 12345678901234567890\n}');
  });

  it.each(["", "{", '{"a":', "nonsense"])("takes %j for no JSON", (text) => expect(prettyJson(text)).toBeNull());
});
