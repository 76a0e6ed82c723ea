import { expect, it } from "vitest";
import { isCondition } from "./conversation-condition.ts";

it.each([
  { all: [] },
  { any: [{ none: [{ field: "unread", op: "is", value: true }] }] },
  { field: "label", op: "not_in", values: ["none"] },
  { field: "customer", op: "contains", value: "maya" },
  { field: "waitingSince", op: "over", hours: 4 },
])("knows the shape of %j", (condition) => expect(isCondition(condition)).toBe(true));

it.each([
  null,
  "open",
  [],
  {},
  { all: {} },
  { all: [], any: [] },
  { all: [{ field: "mood", op: "in", values: [] }] },
  { field: "status", op: "contains", value: "open" },
  { field: "status", op: "in", values: [1] },
  { field: "toString", op: "in", values: [] },
  { field: "waitingSince", op: "over", hours: "4" },
])("refuses %j", (condition) => expect(isCondition(condition)).toBe(false));
