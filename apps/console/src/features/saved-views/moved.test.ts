import { expect, it } from "vitest";
import { moved } from "./moved.ts";

it.each([
  ["a", 2, "bca"],
  ["c", 0, "cab"],
  ["b", 1, "abc"],
  ["a", 9, "bca"],
])("moves %s to place %d", (id, to, order) => expect(moved(["a", "b", "c"], { id, to }).join("")).toBe(order));
