import type { ConversationCondition } from "@onethread/core";
import { expect, it } from "vitest";
import { asGroup, blankLeaf, filledConditions } from "./blank-leaf.ts";

const open: ConversationCondition = { field: "status", op: "in", values: ["open"] };

it("leaves out what is not filled in, and groups with nothing in them", () => {
  expect(filledConditions({ all: [open, blankLeaf("label"), { any: [blankLeaf("customer")] }] })).toEqual({ all: [open] });
  expect(filledConditions({ all: [blankLeaf("label")] })).toBeNull();
  expect(filledConditions({ all: [] })).toBeNull();
});

it("begins yes-or-no and times with something to keep", () => {
  expect(filledConditions(blankLeaf("unread"))).toEqual({ field: "unread", op: "is", value: true });
  expect(filledConditions(blankLeaf("waitingSince"))).toEqual({ field: "waitingSince", op: "within", hours: 24 });
});

it("puts a single condition into a group, and leaves groups as they are", () => {
  expect(asGroup(open)).toEqual({ all: [open] });
  expect(asGroup({ any: [open] })).toEqual({ any: [open] });
  expect(asGroup(null)).toEqual({ all: [] });
});
