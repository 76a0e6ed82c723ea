import type { TimelineItem } from "@onethread/core/api";
import { describe, expect, it } from "vitest";
import { buildRows, firstUnread } from "./build-rows.ts";

const at = (minutes: number) => new Date(Date.UTC(2026, 0, 1, 12) + minutes * 60_000).toISOString();
const utcDay = (iso: string) => iso.slice(0, 10);
let count = 0;
const item = (minutes: number, more: Partial<TimelineItem> = {}): TimelineItem =>
  ({
    id: `msg_${++count}`,
    type: "message",
    direction: "inbound",
    channel: "whatsapp",
    channelAccountId: "cha_1",
    author: { type: "customer", id: "cus_1", name: "Maya" },
    occurredAt: at(minutes),
    ...more,
  }) as TimelineItem;
const shape = (items: TimelineItem[], unread: string | null = null) =>
  buildRows(items, { firstUnread: unread }, utcDay).map((row) =>
    row.kind === "message" ? `${row.first ? "(" : ""}m${row.last ? ")" : ""}` : row.kind,
  );

describe("buildRows", () => {
  it("groups one author through one door within five minutes", () => {
    expect(shape([item(0), item(4), item(10)])).toEqual(["day", "(m", "m)", "(m)"]);
  });
  it("does not group across channels, directions or notes", () => {
    const note = item(2, { type: "note" });
    expect(shape([item(0), item(1, { channel: "instagram" }), note, item(3, { channel: "instagram" })])).toEqual([
      "day",
      "(m)",
      "(m)",
      "note",
      "(m)",
    ]);
    expect(shape([item(0), item(1, { direction: "outbound" })])).toEqual(["day", "(m)", "(m)"]);
  });
  it("gathers a run of events", () => {
    const rows = buildRows([item(0, { type: "event" }), item(1, { type: "event" }), item(2)], { firstUnread: null }, utcDay);
    expect(rows.map((row) => (row.kind === "events" ? row.items.length : row.kind))).toEqual(["day", 2, "message"]);
  });
  it("begins each day once and marks the first unread", () => {
    const last = item(24 * 60);
    expect(shape([item(0), last], last.id)).toEqual(["day", "(m)", "day", "new", "(m)"]);
  });
});

describe("firstUnread", () => {
  it("counts inbound messages from the end", () => {
    const items = [item(0), item(1), item(2, { direction: "outbound" }), item(3)];
    expect(firstUnread(items, 2)).toBe(items[1]?.id);
    expect(firstUnread(items, 0)).toBeNull();
    expect(firstUnread(items, 9)).toBeNull();
  });
});
