import { describe, expect, it } from "vitest";
import { rankRows, readPrefix } from "./rank-rows.ts";

const labels = (text: string, ...rows: string[]) =>
  rankRows(
    rows.map((label) => ({ label })),
    text,
  ).map(({ label }) => label);

describe("rankRows", () => {
  it("puts what begins so before words that do, and those before the rest", () => {
    expect(labels("re", "Store", "Merge, reply", "Reply")).toEqual(["Reply", "Merge, reply", "Store"]);
  });
  it("wants every word, whatever their case and accents", () => {
    expect(labels("cle api", "API-Clés", "API")).toEqual(["API-Clés"]);
  });
  it("keeps the order of equals, and of everything while nothing is typed", () => {
    expect(labels("s", "Snooze", "Search", "Settings")).toEqual(["Snooze", "Search", "Settings"]);
    expect(labels("  ", "B", "A")).toEqual(["B", "A"]);
  });
  it("looks into hints, after labels", () => {
    expect(rankRows([{ label: "Mine", hint: "Inbox" }, { label: "Inbox" }], "inb").map(({ label }) => label)).toEqual(["Inbox", "Mine"]);
  });
});

describe("readPrefix", () => {
  it.each([
    ["done", "all", "done"],
    [">done", "actions", "done"],
    ["@ maya", "people", "maya"],
    ["#maya", "conversations", "maya"],
    ["/lab", "settings", "lab"],
    ["", "all", ""],
  ])("%s", (text, mode, rest) => expect(readPrefix(text)).toEqual({ mode, rest }));
});
