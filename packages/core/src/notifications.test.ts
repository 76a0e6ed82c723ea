import { describe, expect, it } from "vitest";
import { meetsCondition } from "./conversation-condition.ts";
import { defaultAgentSettings } from "./default-agent-settings.ts";
import { countedCondition, decideNotification, notificationEvents, notificationSetting, waysOf } from "./notifications.ts";

const now = Date.parse("2026-11-01T12:00:00.000Z");
const away = { focused: false, open: false, now };
const everything = {
  ...defaultAgentSettings,
  ...Object.fromEntries(notificationEvents.map((event) => [notificationSetting[event], waysOf[event]])),
};
const nothing = { ...defaultAgentSettings, ...Object.fromEntries(notificationEvents.map((event) => [notificationSetting[event], []])) };

describe("decideNotification", () => {
  it.each([
    ["own_message", away, ["desktop", "sound"]],
    ["own_message", { ...away, focused: true }, ["sound"]],
    ["own_message", { ...away, focused: true, open: true }, []],
    // It is open, but nobody looks.
    ["own_message", { ...away, open: true }, ["desktop", "sound"]],
    ["unassigned_message", away, ["desktop", "sound"]],
    ["assigned", away, ["toast", "desktop", "sound"]],
    ["assigned", { ...away, focused: true }, ["toast", "sound"]],
    ["mention", away, ["toast", "desktop", "sound"]],
    ["followed", { ...away, focused: true }, ["toast", "sound"]],
    ["send_failed", { ...away, focused: true }, ["toast", "sound"]],
    ["reminder", away, ["toast", "desktop", "sound"]],
  ] as const)("a new agent hears of %s %j by %j", (event, attention, ways) => {
    expect(decideNotification(event, defaultAgentSettings, attention)).toEqual(ways);
  });

  it.each([
    ["2026-11-01T12:00:00.001Z", 0],
    ["2026-11-01T12:00:00.000Z", 2],
    ["2026-11-01T11:00:00.000Z", 2],
    [null, 2],
  ])("quiet until %s", (quietUntil, ways) => {
    expect(decideNotification("own_message", { ...defaultAgentSettings, quietUntil }, away)).toHaveLength(ways);
  });

  it("only by ways that were chosen, never the desktop's for who is there, and nothing for who looks at it", () => {
    const all = [false, true].flatMap((focused) => [false, true].map((open) => ({ focused, open, now })));
    for (const event of notificationEvents) {
      for (const attention of all) {
        expect(decideNotification(event, nothing, attention)).toEqual([]);
        const told = decideNotification(event, everything, attention);
        for (const way of told) {
          expect(waysOf[event]).toContain(way);
          const without = { ...everything, [notificationSetting[event]]: waysOf[event].filter((one) => one !== way) };
          expect(decideNotification(event, without, attention)).toEqual(told.filter((one) => one !== way));
        }
        if (attention.focused) expect(told).not.toContain("desktop");
        if (attention.focused && attention.open) expect(told).toEqual([]);
      }
    }
  });
});

describe("countedCondition", () => {
  const subject = {
    status: "open",
    waitingOn: "us" as string | null,
    assignee: { id: "agt_me" } as { id: string } | null,
    queueId: null,
    channels: [],
    labels: [],
    priority: "normal",
    mention: null as string | null,
    followers: [],
    unread: 0,
    customer: { name: null },
    lastMessage: { direction: "outbound", deliveryStatus: "failed" },
    createdAt: "",
    lastActivityAt: "",
    waitingSince: null,
  };
  const counts = (settings: typeof defaultAgentSettings, change: Partial<typeof subject> = {}) => {
    const condition = countedCondition(settings);
    return condition !== null && meetsCondition(condition, { ...subject, ...change }, { agentId: "agt_me", now });
  };

  it("counts for a new agent what waits for them, and nothing for who wants no count", () => {
    expect(counts(defaultAgentSettings)).toBe(true);
    expect(counts(defaultAgentSettings, { waitingOn: "customer" })).toBe(false);
    expect(counts(defaultAgentSettings, { assignee: null })).toBe(false);
    expect(countedCondition(nothing)).toBeNull();
  });

  it("counts what nobody has, and what failed, for who wants that", () => {
    expect(counts(everything, { assignee: null })).toBe(true);
    expect(counts(everything, { assignee: { id: "agt_other" } })).toBe(false);
    expect(counts(everything, { waitingOn: null })).toBe(true);
    const elsewhere = { assignee: { id: "agt_other" }, waitingOn: "customer" };
    expect(counts(everything, { ...elsewhere, mention: "new" })).toBe(true);
    expect(counts(everything, { ...elsewhere, mention: "seen" })).toBe(false);
  });
});
