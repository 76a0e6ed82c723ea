import { beforeEach, expect, it } from "vitest";
import { clearSelection, keepSelected, selectAll, selectionOf, selectTo, toggleSelected } from "./selection.ts";

const order = ["a", "b", "c", "d", "e"];
const chosen = () => [...selectionOf("list").ids].join("");
beforeEach(clearSelection);

it("chooses and lets go, one by one", () => {
  toggleSelected("list", "b");
  toggleSelected("list", "d");
  expect(chosen()).toBe("bd");
  toggleSelected("list", "b");
  expect(chosen()).toBe("d");
  expect(selectionOf("another").ids.size).toBe(0);
});

it("chooses ranges from where it began, upwards and downwards", () => {
  toggleSelected("list", "c");
  selectTo("list", order, "e", null);
  expect(chosen()).toBe("cde");
  selectTo("list", order, "a", null);
  expect([...selectionOf("list").ids].toSorted().join("")).toBe("abcde");
});

it("begins a range at the cursor where nothing was chosen", () => {
  selectTo("list", order, "c", "b");
  expect(chosen()).toBe("bc");
  selectTo("list", order, "gone", "b");
  expect(chosen()).toBe("bc");
});

it("lets go of what has left the list", () => {
  selectAll("list", order);
  keepSelected("list", ["a", "b", "x"]);
  expect(chosen()).toBe("ab");
  keepSelected("list", []);
  expect(chosen()).toBe("");
});
