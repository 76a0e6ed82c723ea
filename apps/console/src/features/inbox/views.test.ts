import { describe, expect, it } from "vitest";
import { belongsTo } from "./views.ts";

const me = "agt_me";
const open = { status: "open", assignee: null } as const;

describe("belongsTo", () => {
  it("shows open conversations only in mine, unassigned and all", () => {
    for (const view of ["mine", "unassigned", "all"] as const) expect(belongsTo(view, { ...open, status: "done" }, me)).toBe(false);
    expect(belongsTo("all", open, me)).toBe(true);
  });
  it("tells mine from unassigned", () => {
    const mine = { ...open, assignee: { id: me, name: "Me" } };
    expect(belongsTo("mine", mine, me)).toBe(true);
    expect(belongsTo("unassigned", mine, me)).toBe(false);
    expect(belongsTo("mine", open, null)).toBe(false);
    expect(belongsTo("unassigned", open, me)).toBe(true);
  });
  it("sorts snoozed and done by status alone", () => {
    expect(belongsTo("snoozed", { ...open, status: "snoozed" }, me)).toBe(true);
    expect(belongsTo("done", { ...open, status: "snoozed" }, me)).toBe(false);
  });
});
