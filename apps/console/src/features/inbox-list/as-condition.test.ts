import { expect, it } from "vitest";
import { asCondition } from "./as-condition.ts";

const open = { field: "status", op: "in", values: ["open"] };
const unread = { field: "unread", op: "is", value: true } as const;

it("keeps the view, the queue and the channel with the conditions", () => {
  expect(asCondition({ view: "mine", channel: "whatsapp", filter: { all: [unread] } })).toEqual({
    all: [open, { field: "assignee", op: "in", values: ["me"] }, { field: "channel", op: "in", values: ["whatsapp"] }, unread],
  });
  expect(asCondition({ view: "done", queueId: "que_1" })).toEqual({
    all: [
      { field: "status", op: "in", values: ["done"] },
      { field: "queue", op: "in", values: ["que_1"] },
    ],
  });
});

it("leaves a group that is not 'all' whole", () => {
  expect(asCondition({ filter: { any: [unread] } })).toEqual({ all: [{ any: [unread] }] });
});
