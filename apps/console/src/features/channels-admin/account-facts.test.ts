import type { ChannelLogEntry } from "@onethread/core/api";
import { describe, expect, it } from "vitest";
import { accountFacts, logDetails } from "./account-facts.ts";

const entry = (code: string, data: Record<string, unknown> = {}): ChannelLogEntry => ({ code, data, level: "info" }) as unknown as ChannelLogEntry;

describe("accountFacts", () => {
  it("takes the newest word of each", () => {
    const facts = accountFacts([
      entry("messaging_limit_changed", { current_limit: "TIER_10K" }),
      entry("number_flagged"),
      entry("messaging_limit_lowered", { current_limit: "TIER_1K" }),
      entry("number_unflagged"),
    ]);
    expect(facts).toMatchObject({ limit: "TIER_10K", quality: "low", blocked: null });
  });
  it("knows a block that is over", () => {
    expect(accountFacts([entry("account_reinstated"), entry("account_disabled")]).blocked).toBeNull();
    expect(accountFacts([entry("template_paused"), entry("account_restricted"), entry("account_reinstated")]).blocked?.code).toBe(
      "account_restricted",
    );
  });
});

describe("logDetails", () => {
  it("reads names and drops ids, blanks and the event's own name", () => {
    expect(
      logDetails({ event: "REJECTED", message_template_name: "sale", reason: null, templateId: "9", alertSeverity: "HIGH", waba_id: "1", count: 2 }),
    ).toEqual([
      { name: "Message template name", value: "sale" },
      { name: "Alert severity", value: "HIGH" },
      { name: "Count", value: "2" },
    ]);
  });
});
