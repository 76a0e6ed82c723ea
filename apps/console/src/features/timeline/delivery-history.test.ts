import type { MessageDetail } from "@onethread/core/api";
import { describe, expect, it } from "vitest";
import { deliveryHistory } from "./delivery-history.ts";
import { unsentItem } from "./unsent-item.ts";

const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 10, 0, second)).toISOString();
const error = { code: "131047", class: "window_closed" as const, message: "Too late." };
const message = (more: Partial<MessageDetail>): MessageDetail => ({
  ...unsentItem({ id: "msg_1", conversationId: "conv_1", author: { type: "agent", id: null, name: null }, occurredAt: at(0) }),
  ...{ attempts: [], statusHistory: [], versions: [] },
  ...more,
});
const attempt = (number: number, state: MessageDetail["attempts"][number]["state"], start: number, more: object = {}) => ({
  ...{ number, state, externalId: null, startedAt: at(start), endedAt: at(start + 1), error: null },
  ...more,
});
const status = (name: MessageDetail["statusHistory"][number]["status"], second: number, more: object = {}) => ({
  ...{ status: name, at: at(second), receivedAt: at(second), error: null },
  ...more,
});
const names = (detail: MessageDetail) => deliveryHistory(detail).map((step) => step.name);

describe("deliveryHistory", () => {
  it("goes from written to read", () => {
    const detail = message({
      attempts: [attempt(1, "sent", 1)],
      statusHistory: [status("sent", 2), status("delivered", 3), status("read", 9)],
      delivery: { status: "read", at: at(9), error: null },
    });
    expect(names(detail)).toEqual(["queued", "sending", "accepted", "sent", "delivered", "read"]);
  });

  it("tells every attempt, with its reason", () => {
    const detail = message({
      attempts: [attempt(1, "retry", 1, { error }), attempt(2, "rejected", 30, { error })],
      delivery: { status: "failed", at: at(31), error },
    });
    expect(names(detail)).toEqual(["queued", "sending", "retry", "sending", "failed"]);
    expect(deliveryHistory(detail).at(-1)?.error).toEqual(error);
  });

  it("tells what was sent from elsewhere as far as it is known, and what is on its way", () => {
    const sent = { status: "sent" as const, at: at(0), error: null };
    expect(names(message({ delivery: sent }))).toEqual(["sent"]);
    expect(names(message({ attempts: [attempt(1, "sending", 1, { endedAt: null })], delivery: { ...sent, status: "sending" } }))).toEqual([
      "queued",
      "sending",
    ]);
  });
});
