import { expect, it } from "vitest";
import { labelsAfter } from "./change.ts";

it.each([
  [["a"], { addLabels: ["b"] }, ["a", "b"]],
  [["a", "b"], { removeLabels: ["a"] }, ["b"]],
  [["a"], { addLabels: ["b", "c"], removeLabels: ["a", "c"] }, ["b"]],
  // Nothing to do.
  [["a"], { addLabels: ["a"] }, undefined],
  [["a"], { removeLabels: ["b"] }, undefined],
  [[], {}, undefined],
])("%j with %j becomes %j", (labels, wish, after) => expect(labelsAfter(labels, wish)).toEqual(after));
