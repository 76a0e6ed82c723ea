import { describe, expect, it } from "vitest";
import { findSilence, type Traffic } from "./silence.ts";

/** What came in each of the 24 hours before now, the last one first. */
const hours = (at: (hoursAgo: number) => number): number[] => Array.from({ length: 24 }, (_, hoursAgo) => at(hoursAgo));
const nothing = hours(() => 0);
/** Open from eight hours ago until now: three messages an hour. */
const busy = hours((ago) => (ago < 8 ? 3 : 0));
const sixWeeks = Array.from({ length: 6 }, () => busy);
const quiet: Traffic = { weeks: sixWeeks, today: nothing, thisHour: 0 };

describe("findSilence", () => {
  it("finds a channel that usually has 24 messages by now, and today none", () => {
    expect(findSilence(quiet)).toEqual({ hours: 24, usual: 24 });
  });

  it("finds one that talked in the morning and then stopped", () => {
    expect(findSilence({ ...quiet, today: hours((ago) => (ago >= 5 && ago < 8 ? 3 : 0)) })).toEqual({ hours: 5, usual: 15 });
  });

  it.each<[string, Traffic]>([
    ["a message came within this hour", { ...quiet, thisHour: 1 }],
    ["a message came in the last hour", { ...quiet, today: hours((ago) => (ago === 0 ? 1 : 0)) }],
    ["it has been quiet only as long as it may be", { ...quiet, today: hours((ago) => (ago === 2 ? 1 : 0)) }],
    ["three weeks are known", { ...quiet, weeks: sixWeeks.slice(0, 3) }],
    ["nothing is known", { ...quiet, weeks: [] }],
    ["few people write at all", { ...quiet, weeks: Array.from({ length: 6 }, () => hours((ago) => (ago === 1 || ago === 5 ? 1 : 0))) }],
    ["some weeks were as quiet", { ...quiet, weeks: [nothing, nothing, busy, busy, busy, busy] }],
    [
      "it is three in the morning, hours after the last usual message",
      { ...quiet, weeks: Array.from({ length: 6 }, () => hours((ago) => (ago > 6 ? 4 : 0))) },
    ],
  ])("says nothing when %s", (_, traffic) => expect(findSilence(traffic)).toBeNull());

  it("forgives one odd week", () => {
    expect(findSilence({ ...quiet, weeks: [nothing, ...sixWeeks] })?.usual).toBe(24);
  });
});
