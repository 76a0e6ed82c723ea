import type { InboundEvent, ItemOutcome } from "@onethread/core";
import { describe, expect, it } from "vitest";
import { parseBody } from "./parse.ts";

const outcome = (event: unknown, id: unknown = "wgt"): ItemOutcome | undefined =>
  parseBody({ object: "webchat", entry: [{ id, events: [event] }] }, "")[0]?.outcome;
function events(event: unknown): InboundEvent[] {
  const found = outcome(event);
  if (found?.kind !== "events") throw new Error(JSON.stringify(found));
  return found.events;
}
const at = 1793696400137;
const base = { id: "m1", at, visitor: { id: "v1" } };
const customer = { keys: [{ kind: "visitor", scope: "wgt", value: "v1" }] };

describe("Web chat", () => {
  it("keeps the ids of two visitors apart", () => {
    const ids = ["v1", "v2"].map((id) => events({ ...base, visitor: { id }, kind: "message", text: "Hi" })).map(([one]) => one);
    expect(ids).toMatchObject([{ externalId: "v1.m1" }, { externalId: "v2.m1" }]);
  });

  it("links a visitor to whom the business signed them to be, and writes to the visitor", () => {
    expect(events({ ...base, visitor: { id: "v1", externalId: "u7", name: "Maya" }, kind: "message", text: "Hi" })).toMatchObject([
      { type: "link", customer, formerKeys: [{ kind: "external_id", scope: "wgt", value: "u7" }] },
      { type: "message", customer: { ...customer, name: "Maya" }, content: { kind: "text", text: "Hi" } },
    ]);
  });

  it("gives every message of a receipt a status", () => {
    expect(events({ ...base, kind: "receipt", status: "read", targets: ["msg_1", "msg_2", 7] })).toEqual([
      { type: "status", target: "msg_1", status: "read", occurredAt: at },
      { type: "status", target: "msg_2", status: "read", occurredAt: at },
    ]);
    expect(outcome({ ...base, kind: "receipt", status: "eaten", targets: [] })).toEqual({ kind: "skipped", reason: "status_unknown" });
  });

  it("calls a visitor what they call themselves, unless it is signed what they are called", () => {
    const named = (visitor: object) =>
      events({ ...base, visitor: { id: "v1", ...visitor }, kind: "form", name: "prechat", fields: { name: " Dana " } });
    expect(named({})).toMatchObject([{ customer: { name: "Dana" }, content: { kind: "flow_reply", form: { name: null } } }]);
    expect(named({ name: "Maya Trent" })).toMatchObject([{ customer: { name: "Maya Trent" } }]);
  });

  it("takes plain facts only, and an event's name is its name", () => {
    expect(events({ ...base, kind: "track", name: "cart", properties: { name: "x", total: 5, deep: { a: 1 } } })).toMatchObject([
      { type: "occurrence", name: "site_event", data: { name: "cart", total: 5 } },
    ]);
  });

  it.each([
    [{ ...base, kind: "message" }, "missing_key:text"],
    [{ ...base, kind: "message", text: "x", visitor: {} }, "missing_key:visitor.id"],
    [{ ...base, kind: "message", text: "x", at: null }, "missing_key:at"],
    [{ ...base, kind: "survey" }, "missing_key:score"],
    [{ ...base, kind: "form", fields: [] }, "wrong_type:fields"],
  ])("%#", (event, reason) => expect(outcome(event)).toEqual({ kind: "failed", reason }));

  it("needs to know whose page it was", () => expect(outcome({ ...base, kind: "message", text: "x" }, null)).toMatchObject({ kind: "failed" }));
});
