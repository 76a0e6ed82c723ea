import type { ItemOutcome } from "@onethread/core";
import { describe, expect, it } from "vitest";
import { parseBody } from "./parse.ts";

const outcome = (event: unknown): ItemOutcome | undefined =>
  parseBody({ object: "instagram", entry: [{ id: "800", messaging: [event] }] }, "")[0]?.outcome;
const inbound = { sender: { id: "7" }, recipient: { id: "800" }, timestamp: 1793696400137 };
const customer = { keys: [{ kind: "igsid", scope: "800", value: "7" }] };

describe("Instagram", () => {
  it("reads seen as an id, never as a time", () => {
    expect(outcome({ ...inbound, read: { mid: "m1" } })).toEqual({
      kind: "events",
      events: [{ type: "read_by_id", target: "m1", occurredAt: 1793696400137, customer }],
    });
    expect(outcome({ ...inbound, read: { watermark: 1 } })).toEqual({ kind: "failed", reason: "missing_key:read.mid" });
  });

  it("keeps what the customer wrote beside a story", () => {
    const message = { mid: "m1", text: "how much?", reply_to: { story: { id: "1", url: "https://example.com" } } };
    expect(outcome({ ...inbound, message })).toMatchObject({
      events: [{ content: { kind: "story_reply", text: "how much?", story: { id: "1", url: "https://example.com" } } }],
    });
  });

  it("tells an outbound message also without the echo mark", () => {
    const event = {
      sender: { id: "800" },
      recipient: { id: "7" },
      timestamp: 1793696400137,
      message: { mid: "m", text: "x" },
    };
    expect(outcome(event)).toMatchObject({ events: [{ direction: "outbound", customer }] });
  });

  it("does not answer itself", () => {
    const value = { id: "c1", from: { id: "800" }, text: "thanks!" };
    const entry = [{ id: "800", time: 1793696480, changes: [{ field: "comments", value }] }];
    expect(parseBody({ entry }, "")[0]?.outcome).toEqual({ kind: "skipped", reason: "own_comment" });
  });

  it("has no deliveries", () => {
    expect(outcome({ ...inbound, delivery: { watermark: 1 } })).toEqual({ kind: "skipped", reason: "event_unknown" });
  });
});
