import { expect, it } from "vitest";
import { defaultAgentSettings } from "../default-agent-settings.ts";
import { agentSettingsOf } from "./agent-settings.ts";

it("reads what any version has stored", () => {
  expect(agentSettingsOf({})).toEqual(defaultAgentSettings);
  expect(agentSettingsOf({ undoSeconds: 10, showPresence: "perhaps", later: { a: 1 } })).toEqual({ ...defaultAgentSettings, undoSeconds: 10 });
});

it("takes ways of an event that there are, and no others", () => {
  expect(agentSettingsOf({ notifyAssigned: ["sound"] }).notifyAssigned).toEqual(["sound"]);
  expect(agentSettingsOf({ notifyAssigned: ["count"] }).notifyAssigned).toEqual(defaultAgentSettings.notifyAssigned);
});

it("takes columns that there are, in widths that can be seen", () => {
  expect(agentSettingsOf({ listColumns: ["labels"], listColumnWidths: { customer: 300 } })).toMatchObject({
    listColumns: ["labels"],
    listColumnWidths: { customer: 300 },
  });
  expect(agentSettingsOf({ listColumns: ["shoes"], listColumnWidths: { customer: 3 } })).toEqual(defaultAgentSettings);
});
