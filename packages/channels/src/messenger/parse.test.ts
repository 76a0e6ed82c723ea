import type { InboundEvent, ItemOutcome } from "@onethread/core";
import { describe, expect, it } from "vitest";
import { parseBody } from "./parse.ts";

const outcome = (event: unknown): ItemOutcome | undefined =>
  parseBody({ object: "page", entry: [{ id: "900", messaging: [event] }] }, "")[0]?.outcome;
function events(event: unknown): InboundEvent[] {
  const found = outcome(event);
  if (found?.kind !== "events") throw new Error(JSON.stringify(found));
  return found.events;
}
const inbound = { sender: { id: "7" }, recipient: { id: "900" }, timestamp: 1793696400137 };
const outbound = { sender: { id: "900" }, recipient: { id: "7" }, timestamp: 1793696400137 };
const customer = { keys: [{ kind: "psid", scope: "900", value: "7" }] };

describe("Messenger", () => {
  it("keeps what an echo carries", () => {
    const message = { mid: "m1", text: "ours", is_echo: true, app_id: 902277410365518, metadata: "msg-1" };
    expect(events({ ...outbound, message })).toMatchObject([
      { direction: "outbound", customer, echo: { appId: "902277410365518", metadata: "msg-1" } },
    ]);
  });

  it("gives the named messages of a delivery a status each", () => {
    const delivery = { mids: ["m1", "m2"], watermark: 1793696448500 };
    expect(events({ sender: { id: "7" }, recipient: { id: "900" }, delivery })).toEqual([
      { type: "watermark", status: "delivered", watermark: 1793696448500, customer },
      { type: "status", target: "m1", status: "delivered", occurredAt: 1793696448500 },
      { type: "status", target: "m2", status: "delivered", occurredAt: 1793696448500 },
    ]);
  });

  it("knows a reaction of the Page from the customer's", () => {
    const reaction = { mid: "m1", action: "react", emoji: "❤" };
    expect(events({ ...inbound, reaction })).toMatchObject([{ by: "customer", emoji: "❤", customer }]);
    expect(events({ ...outbound, reaction })).toMatchObject([{ by: "business", customer }]);
    expect(events({ ...inbound, reaction: { mid: "m1", action: "unreact" } })).toMatchObject([{ emoji: null }]);
    expect(events({ ...inbound, reaction: { mid: "m1", action: "react", reaction: "wow" } })).toMatchObject([{ emoji: "😮" }]);
  });

  it("takes a deletion by the Page as one in the customer's thread", () => {
    expect(events({ ...outbound, message: { mid: "m1", is_deleted: true, is_echo: true } })).toEqual([
      { type: "deletion", target: "m1", occurredAt: 1793696400137, customer },
    ]);
  });

  it.each<[unknown, string]>([
    [{ ...inbound, sender: {}, message: { mid: "m", text: "x" } }, "missing_key:sender.id"],
    [{ ...inbound, message: { text: "x" } }, "missing_key:message.mid"],
    [{ ...inbound, timestamp: null, message: { mid: "m", text: "x" } }, "missing_key:timestamp"],
    [{ ...inbound, message: null }, "missing_key:message"],
    [{ ...inbound, message: "text" }, "wrong_type:message"],
    [{ ...inbound, read: {} }, "missing_key:read.watermark"],
    [{ ...inbound, reaction: { mid: "m", action: "react" } }, "missing_key:reaction.emoji"],
  ])("fails %o", (event, reason) => expect(outcome(event)).toEqual({ kind: "failed", reason }));

  it.each([
    ["add", { type: "message", externalId: "881_1", content: { kind: "comment", text: "Price?" } }],
    ["edited", { type: "edit", target: "881_1", text: "Price?" }],
    ["remove", { type: "deletion", target: "881_1" }],
  ])("reads a comment: %s", (verb, want) => {
    const value = {
      item: "comment",
      verb,
      comment_id: "881_1",
      created_time: 1793696489,
      from: { id: "24", name: "Mei" },
      message: "Price?",
    };
    const body = (author: string) => ({
      object: "page",
      entry: [{ id: "900", time: 1793696490, changes: [{ field: "feed", value: { ...value, from: { id: author } } }] }],
    });
    expect(parseBody(body("24"), "")[0]?.outcome).toMatchObject({
      events: [{ ...want, customer: { keys: [{ kind: "fb_user", scope: "900", value: "24" }] } }],
    });
    expect(parseBody(body("900"), "")[0]?.outcome).toEqual({ kind: "skipped", reason: "own_comment" });
  });
});
