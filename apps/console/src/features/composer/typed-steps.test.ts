import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { difference, followSteps } from "./typed-steps.ts";

describe("the steps of what is typed", () => {
  const at = (text: string) => ({ text, caret: text.length });

  it("are one while typing goes on, and another after a break", () => {
    const follow = followSteps(at("Hi"));
    follow.typed(at("Hi "), 1000);
    follow.typed(at("Hi A"), 1400);
    follow.typed(at("Hi Ad"), 1800);
    follow.typed(at("Hi Ada"), 3000);
    expect(follow.steps().map(({ text }) => text)).toEqual(["Hi", "Hi Ad", "Hi Ada"]);
  });

  it("begin anew with a text that nobody typed here", () => {
    const follow = followSteps(at(""));
    follow.typed(at("a"), 0);
    follow.replaced(at("a"));
    expect(follow.steps()).toHaveLength(2);
    follow.replaced(at("another draft"));
    follow.typed(at("another draft!"), 1);
    expect(follow.steps().map(({ text }) => text)).toEqual(["another draft", "another draft!"]);
  });

  it("are not kept for ever", () => {
    const follow = followSteps(at(""));
    for (let i = 0; i < 80; i++) follow.typed(at("x".repeat(i)), i * 1000);
    expect(follow.steps()).toHaveLength(50);
    expect(follow.steps().at(-1)?.text).toHaveLength(79);
  });
});

it("a difference makes the one text of the other", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("a", "b", "\n", "😀") }), fc.string({ unit: fc.constantFrom("a", "b", "\n", "😀") }), (a, b) => {
      const { start, end, text } = difference(a, b);
      expect(a.slice(0, start) + text + a.slice(end)).toBe(b);
      expect(start).toBeLessThanOrEqual(end);
    }),
  );
});
