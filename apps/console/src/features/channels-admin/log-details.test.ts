import { describe, expect, it } from "vitest";
import { logDetails } from "./log-details.ts";

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
