import { describe, expect, it } from "vitest";
import { withWords } from "./languages.ts";
import { freeName, replaced, without } from "./ordered.ts";
import { askedFor, askedOf, fieldProblem, newField } from "./pre-chat.ts";
import { newRule, ruleProblem } from "./proactive.ts";

describe("lists in an order", () => {
  it("one is exchanged, one goes", () => {
    expect(replaced(["a", "b"], 1, "x")).toEqual(["a", "x"]);
    expect(without(["a", "b"], 0)).toEqual(["b"]);
  });
  it("names are each there once", () => expect(freeName("choice", ["choice", "choice_2"])).toBe("choice_3"));
  it("an empty text of a language is none", () => {
    expect(withWords({ en: "Hi", de: "Hallo" }, "de", " ")).toEqual({ en: "Hi" });
    expect(withWords({ en: "Hi" }, "fr", "Salut ")).toEqual({ en: "Hi", fr: "Salut " });
  });
});

describe("fields before the chat", () => {
  it("are known again by what they ask", () => expect(askedFor.map((what) => askedOf(newField(what, [])))).toEqual(askedFor));
  it("say what is missing", () => {
    expect(fieldProblem(newField("email", []))).toBeNull();
    const choice = newField("choice", []);
    expect(fieldProblem(choice)).toBe("label");
    expect(fieldProblem({ ...choice, label: { en: "About" } })).toBe("options");
    expect(fieldProblem({ ...choice, label: { en: "About" }, options: [{ value: "a", label: { en: "A" } }] })).toBeNull();
    expect(fieldProblem({ ...newField("consent", []), label: { en: "Yes" }, link: "http://a.com" })).toBe("link");
  });
});

it("messages of their own accord say what is missing", () => {
  const rule = newRule([]);
  expect(ruleProblem(rule)).toBe("text");
  expect(ruleProblem({ ...rule, text: { en: "Hi" } })).toBeNull();
  expect(ruleProblem({ ...rule, text: { en: "Hi" }, when: { ...rule.when, path: "cart" } })).toBe("path");
});
