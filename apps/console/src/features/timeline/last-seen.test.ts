import type { Conversation, TimelineItem } from "@onethread/core/api";
import { afterEach, expect, it } from "vitest";
import { forgetSeen, lastSeenOf, noteSeen } from "./last-seen.ts";

const item = (minute: number) => ({ id: `msg_${minute}`, occurredAt: `2026-11-29T10:0${minute}:00.000Z` }) as TimelineItem;
const row = { id: "cnv_1", lastMessage: { id: "msg_9" } } as Conversation;

afterEach(() => void forgetSeen(row.id));

it("goes by the row of a conversation that is not open", () => {
  expect(lastSeenOf(row)).toBe("msg_9");
  expect(lastSeenOf({ id: "cnv_2", lastMessage: null })).toBeNull();
});

it("goes by what has stood on the screen, whatever a filter hides now", () => {
  noteSeen(row.id, [item(1), item(2)]);
  expect(lastSeenOf(row)).toBe("msg_2");
  // Only notes are shown now: the message after them is not among them.
  noteSeen(row.id, [item(1)]);
  expect(lastSeenOf(row)).toBe("msg_2");
  noteSeen(row.id, []);
  expect(lastSeenOf(row)).toBe("msg_2");
  noteSeen(row.id, [item(1), item(2), item(3)]);
  expect(lastSeenOf(row)).toBe("msg_3");
});
