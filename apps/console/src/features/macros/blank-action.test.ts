import { macroActionKinds } from "@onethread/core";
import { expect, it } from "vitest";
import { blankAction, isFilled } from "./blank-action.ts";

it("begins with what can be left as it is, but for texts and labels", () => {
  expect(macroActionKinds.filter((kind) => !isFilled(blankAction(kind)))).toEqual(["insert_text", "add_note", "add_labels", "remove_labels"]);
});

it.each([
  [{ do: "insert_text", text: "Hi {{customer.first_name|there}}" }, true],
  [{ do: "insert_text", text: "Hi {{customer.frist_name}}" }, false],
  [{ do: "add_note", text: " " }, false],
  [{ do: "snooze", hours: 0 }, false],
  [{ do: "snooze", hours: 24 }, true],
] as const)("%j is filled: %s", (action, filled) => expect(isFilled(action)).toBe(filled));
