import { expect, it } from "vitest";
import { conditionQuery, conversationCondition } from "./condition.ts";

const open = { field: "status", op: "in", values: ["open"] };
const nested = (depth: number): unknown => (depth === 0 ? open : { any: [nested(depth - 1)] });

it.each([
  ["one condition", open],
  ["an empty group", { all: [] }],
  ["four groups in each other", nested(4)],
  ["thirty conditions", { all: Array(30).fill(open) }],
])("takes %s", (_, condition) => {
  expect(conversationCondition.safeParse(condition).success).toBe(true);
  expect(conditionQuery.parse(JSON.stringify(condition))).toEqual(condition);
});

it.each([
  ["five groups in each other", nested(5)],
  ["thirty-one conditions", { all: [{ all: Array(16).fill(open) }, { all: Array(15).fill(open) }] }],
  ["an unknown field", { field: "mood", op: "in", values: ["good"] }],
  ["an unknown value", { field: "status", op: "in", values: ["lost"] }],
  ["somebody else's kind of id", { field: "queue", op: "in", values: ["lbl_01h455vb4pex5vsknk084sn02q"] }],
  ["more than one group in one place", { all: [], any: [] }],
  ["nothing", null],
])("refuses %s", (_, condition) => {
  expect(conversationCondition.safeParse(condition).success).toBe(false);
  expect(conditionQuery.safeParse(JSON.stringify(condition)).success).toBe(false);
});

it("refuses what is not JSON, however deep", () => {
  expect(conditionQuery.safeParse("status:open").success).toBe(false);
  expect(conditionQuery.safeParse(`${"[".repeat(6000)}`).success).toBe(false);
});
