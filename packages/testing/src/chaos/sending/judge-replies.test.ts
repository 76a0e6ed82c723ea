import { describe, expect, it } from "vitest";
import { type JudgedReply, judgeReplies } from "./judge-replies.ts";

const reply = (more: Partial<JudgedReply> = {}): JudgedReply => ({
  id: "msg_1",
  step: "",
  accepted: true,
  shown: "delivered",
  taken: 1,
  arrived: 1,
  ...more,
});

describe("judgeReplies", () => {
  it("is content with what went out once, and with what is shown as failed or unknown and did not", () => {
    const fine = [reply(), reply({ shown: "unknown", taken: 0, arrived: 1 }), reply({ shown: "failed", taken: 0, arrived: 0 })];
    expect(judgeReplies(fine)).toEqual({ lost: 0, doubled: 0, violations: [] });
  });

  it.each([
    ["a reply that was sent twice", { taken: 2, arrived: 2 }, { lost: 0, doubled: 1 }],
    ["a reply that may have been sent twice", { taken: 1, arrived: 2 }, { lost: 0, doubled: 1 }],
    ["a reply shown as sent that never was", { shown: "sent", taken: 0, arrived: 0 }, { lost: 1, doubled: 0 }],
    ["an accepted reply that is gone", { shown: null, taken: 0, arrived: 0 }, { lost: 1, doubled: 0 }],
    ["a reply that waits for ever", { shown: "queued", taken: 0, arrived: 0 }, { lost: 1, doubled: 0 }],
    ["a reply that hangs for ever", { shown: "sending", taken: 1 }, { lost: 1, doubled: 0 }],
    ["a reply whose receipt was told and did not settle it", { shown: "unknown" }, { lost: 0, doubled: 0 }],
    ["a reply shown as failed that arrived", { shown: "failed" }, { lost: 0, doubled: 0 }],
  ] as const)("sees %s", (_, planted, figures) => {
    const verdict = judgeReplies([reply(), reply(planted)]);
    expect(verdict).toMatchObject(figures);
    expect(verdict.violations).toHaveLength(1);
  });
});
