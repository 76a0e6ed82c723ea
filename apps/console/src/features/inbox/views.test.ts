import type { Conversation } from "@onethread/core/api";
import { describe, expect, it } from "vitest";
import { belongsTo } from "./views.ts";

const me = "agt_me";
const open = { status: "open", assignee: null, queueId: null, channels: ["whatsapp"], unread: 0 } as unknown as Conversation;

describe("belongsTo", () => {
  it("shows open conversations only in mine, unassigned and all", () => {
    for (const view of ["mine", "unassigned", "all"] as const) expect(belongsTo({ view }, { ...open, status: "done" }, me)).toBe(false);
    expect(belongsTo({ view: "all" }, open, me)).toBe(true);
  });
  it("tells mine from unassigned", () => {
    const mine = { ...open, assignee: { id: me, name: "Me" } };
    expect(belongsTo({ view: "mine" }, mine, me)).toBe(true);
    expect(belongsTo({ view: "unassigned" }, mine, me)).toBe(false);
    expect(belongsTo({ view: "mine" }, open, null)).toBe(false);
    expect(belongsTo({ view: "unassigned" }, open, me)).toBe(true);
  });
  it("sorts snoozed and done by status alone", () => {
    expect(belongsTo({ view: "snoozed" }, { ...open, status: "snoozed" }, me)).toBe(true);
    expect(belongsTo({ view: "done" }, { ...open, status: "snoozed" }, me)).toBe(false);
  });
  it("keeps what is begun among the drafts, whatever became of the conversation", () => {
    const draft = { mode: "reply", preview: "Dear", updatedAt: "2026-11-29T00:00:00.000Z" } as const;
    expect(belongsTo({ view: "drafts" }, { ...open, status: "done", draft }, me)).toBe(true);
    expect(belongsTo({ view: "drafts" }, { ...open, draft: null }, me)).toBe(false);
  });
  it("keeps who is mentioned where they are mentioned, and what is watched until it is done", () => {
    for (const status of ["open", "done"] as const) {
      expect(belongsTo({ view: "mentions" }, { ...open, status, mention: "seen" }, me)).toBe(true);
      expect(belongsTo({ view: "mentions" }, { ...open, status, mention: null }, me)).toBe(false);
    }
    const watched = { ...open, followers: [{ id: me, name: "Me" }] };
    expect(belongsTo({ view: "watching" }, { ...watched, status: "snoozed" }, me)).toBe(true);
    expect(belongsTo({ view: "watching" }, { ...watched, status: "done" }, me)).toBe(false);
    expect(belongsTo({ view: "watching" }, watched, "agt_other")).toBe(false);
  });
  it("keeps a queue's page to that queue", () => {
    const place = { view: "all", queueId: "que_returns" } as const;
    expect(belongsTo(place, { ...open, queueId: "que_returns" }, me)).toBe(true);
    expect(belongsTo(place, { ...open, queueId: "que_other" }, me)).toBe(false);
    expect(belongsTo(place, open, me)).toBe(false);
  });
  it("goes by the channel and by conditions, too", () => {
    expect(belongsTo({ view: "all", channel: "instagram" }, open, me)).toBe(false);
    const unread = { field: "unread", op: "is", value: true } as const;
    expect(belongsTo({ filter: unread }, open, me)).toBe(false);
    expect(belongsTo({ filter: unread }, { ...open, status: "done", unread: 2 }, me)).toBe(true);
  });
});
