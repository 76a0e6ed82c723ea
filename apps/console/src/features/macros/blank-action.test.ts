import { macroActionKinds } from "@onethread/core";
import { expect, it } from "vitest";
import { blankAction, isFilled, moved } from "./blank-action.ts";

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

it("moves an entry to another place, and not out of the list", () => {
  expect(moved(["a", "b", "c"], 0, 1)).toEqual(["b", "a", "c"]);
  expect(moved(["a", "b", "c"], 2, 0)).toEqual(["c", "a", "b"]);
  expect(moved(["a", "b"], 0, -1)).toEqual(["a", "b"]);
  expect(moved(["a", "b"], 1, 2)).toEqual(["a", "b"]);
});
