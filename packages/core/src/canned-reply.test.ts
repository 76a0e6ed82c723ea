import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fillCannedBody, findQuestion, findQuestions, firstName, nextQuestion, questionAround, unknownVariables } from "./canned-reply.ts";

describe("a canned reply", () => {
  it("is filled with what is known, else with what stands there instead, else with a question", () => {
    const body = "Hi {{customer.first_name|there}}, {{ agent.name }} here. {{customer.name}}?";
    expect(fillCannedBody(body, { "customer.first_name": "Maya", "agent.name": "Ren", "customer.name": "Maya Trent" })).toBe(
      "Hi Maya, Ren here. Maya Trent?",
    );
    expect(fillCannedBody(body, { "customer.first_name": " ", "agent.name": null })).toBe("Hi there, {{?agent.name}} here. {{?customer.name}}?");
    expect(fillCannedBody("Order {{?order number}}.", {})).toBe("Order {{?order number}}.");
  });

  it("finds the next question, and begins again at the end", () => {
    const text = "{{?one}} and {{ ?two }}";
    expect(findQuestion(text)).toEqual({ start: 0, end: 8, name: "one" });
    expect(findQuestion(text, 1)).toEqual({ start: 13, end: 23, name: "two" });
    expect(findQuestion(text, 14)).toEqual({ start: 0, end: 8, name: "one" });
    expect(findQuestion("nothing {{open}} {?here}")).toBeNull();
  });

  it("counts a variable that nobody filled among what is open, and other braces not", () => {
    const text = "Hi {{customer.first_name|there}}, {{price}} {{?size|S or M}}";
    expect(findQuestions(text)).toEqual([
      { start: 3, end: 32, name: "customer.first_name" },
      { start: 44, end: 60, name: "size|S or M" },
    ]);
    expect(questionAround(text, 4)?.name).toBe("customer.first_name");
    for (const outside of [3, 32, 40]) expect(questionAround(text, outside)).toBeNull();
  });

  it("walks from question to question, both ways, and out at either end", () => {
    const text = "a {{?one}} b {{?two}} c";
    const [one, two] = findQuestions(text);
    const caret = (at: number) => ({ start: at, end: at });
    expect(nextQuestion(text, caret(0), 1)).toEqual(one);
    expect(nextQuestion(text, caret(text.length), 1)).toEqual(one);
    expect(nextQuestion(text, caret(text.length), -1)).toEqual(two);
    expect(nextQuestion(text, caret(0), -1)).toEqual(two);
    if (!one || !two) throw new Error("two questions");
    expect(nextQuestion(text, one, 1)).toEqual(two);
    expect(nextQuestion(text, two, -1)).toEqual(one);
    expect(nextQuestion(text, two, 1)).toBeNull();
    expect(nextQuestion(text, one, -1)).toBeNull();
    expect(nextQuestion("none", caret(0), 1)).toBeNull();
  });

  it("names what is no variable", () => {
    expect(unknownVariables("{{customer.nam}} {{customer.name}} {{?anything}} {{}} {{customer.nam|x}}")).toEqual(["customer.nam", ""]);
  });

  it("never makes a place out of somebody's name, and leaves no variable behind", () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ unit: "binary" }), (name, rest) => {
        const filled = fillCannedBody(`{{customer.name|}}${rest.replaceAll(/[{}]/g, "")}`, { "customer.name": name });
        const open = findQuestion(filled);
        expect(open === null || open.name === "customer.name").toBe(true);
        expect(unknownVariables(filled)).toEqual([]);
        expect(open === null).toBe(name.replaceAll(/[{}]/g, "").trim() !== "");
      }),
    );
  });

  it("knows a first name", () => {
    expect([firstName("Ada Lovelace"), firstName("  Ada "), firstName("王芳"), firstName(""), firstName(null)]).toEqual([
      "Ada",
      "Ada",
      "王芳",
      null,
      null,
    ]);
  });
});
