import { describe, expect, it } from "vitest";
import { askedFilter, belongs } from "./timeline-filter.ts";
import { unsentItem } from "./unsent-item.ts";

const all = { scope: null, kinds: [], via: [], pinned: false };
const item = (id: string, more: object = {}) =>
  unsentItem({ id, conversationId: "conv_1", author: { type: "agent", id: null, name: null }, occurredAt: "2026-01-01T00:00:00.000Z", ...more });

describe("askedFilter", () => {
  it("is nothing when everything is shown", () => expect(askedFilter(all)).toBeNull());
  it("is the same in whatever order things were chosen", () => {
    const one = askedFilter({ scope: "case", kinds: ["note", "event"], via: ["whatsapp", "instagram"], pinned: true });
    expect(one).toEqual({ case: "latest", kinds: "event,note", channels: "instagram,whatsapp", pinned: "true" });
    expect(askedFilter({ scope: "case", kinds: ["event", "note"], via: ["instagram", "whatsapp"], pinned: true })).toEqual(one);
  });
});

describe("belongs", () => {
  it("goes by kind, channel and pin", () => {
    const message = item("msg_1", { channel: "whatsapp" });
    expect(belongs(message, { kinds: "message" }, [])).toBe(true);
    expect(belongs(message, { kinds: "event,note" }, [])).toBe(false);
    expect(belongs(message, { channels: "instagram,whatsapp" }, [])).toBe(true);
    expect(belongs(message, { channels: "instagram" }, [])).toBe(false);
    expect(belongs(item("note_1", { type: "note" }), { channels: "instagram" }, [])).toBe(false);
    expect(belongs(message, { pinned: "true" }, [message])).toBe(false);
    const pinned = { at: "2026-01-01T00:00:00.000Z", by: { type: "agent", id: null, name: "Ada" } };
    expect(belongs(item("msg_1", { pinned }), { pinned: "true" }, [])).toBe(true);
  });

  it("takes into the case what is of the case that is shown", () => {
    const shown = [item("msg_1", { caseId: "case_2" })];
    expect(belongs(item("msg_2", { caseId: "case_2" }), { case: "latest" }, shown)).toBe(true);
    expect(belongs(item("msg_2", { caseId: "case_1" }), { case: "latest" }, shown)).toBe(false);
    expect(belongs(item("msg_2", { caseId: null }), { case: "latest" }, shown)).toBe(false);
    expect(belongs(item("msg_2", { caseId: "case_2" }), { case: "latest" }, [])).toBe(false);
  });
});
