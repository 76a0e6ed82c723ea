import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BusinessHours, isOpen, isTimeZone, nextChange, nextOpen } from "./business-hours.ts";

const minute = 60_000;
const nine = [{ from: "09:00", to: "17:00" }];
const office: BusinessHours = { timeZone: "Europe/Berlin", week: [nine, nine, nine, nine, nine, [], []], exceptions: [], closedUntil: null };
const at = (text: string) => Date.parse(text);
const shown = (moment: number | null) => (moment === null ? null : new Date(moment).toISOString());

describe("business hours", () => {
  it("open and close by the clock of their place", () => {
    expect(isOpen(office, at("2026-03-27T07:59:00Z"))).toBe(false);
    expect(isOpen(office, at("2026-03-27T08:00:00Z"))).toBe(true);
    expect(isOpen(office, at("2026-03-27T16:00:00Z"))).toBe(false);
    // The clocks go forward on the Sunday between.
    expect(shown(nextOpen(office, at("2026-03-27T16:00:00Z")))).toBe("2026-03-30T07:00:00.000Z");
    expect(shown(nextChange(office, at("2026-03-30T07:00:00Z")))).toBe("2026-03-30T15:00:00.000Z");
  });

  it("may have a break, go past midnight, and be all day", () => {
    const bar = {
      ...office,
      week: [
        [
          { from: "11:00", to: "14:00" },
          { from: "22:00", to: "02:00" },
        ],
        [],
        [],
        [],
        [{ from: "00:00", to: "24:00" }],
        [],
        [],
      ],
    };
    expect(isOpen(bar, at("2026-11-30T13:30:00Z"))).toBe(false);
    expect(shown(nextOpen(bar, at("2026-11-30T13:30:00Z")))).toBe("2026-11-30T21:00:00.000Z");
    expect(shown(nextChange(bar, at("2026-11-30T21:00:00Z")))).toBe("2026-12-01T01:00:00.000Z");
    expect(shown(nextOpen(bar, at("2026-12-01T01:00:00Z")))).toBe("2026-12-03T23:00:00.000Z");
    expect(shown(nextChange(bar, at("2026-12-03T23:00:00Z")))).toBe("2026-12-04T23:00:00.000Z");
  });

  it("know holidays: of one year before those of every year", () => {
    const holiday = { name: "Christmas", intervals: [] };
    const some = {
      ...office,
      exceptions: [
        { ...holiday, date: "2020-12-25", yearly: true },
        { ...holiday, date: "2026-12-25", yearly: false, intervals: [{ from: "10:00", to: "12:00" }] },
      ],
    };
    expect(isOpen(some, at("2026-12-25T10:00:00Z"))).toBe(true);
    expect(isOpen(some, at("2026-12-25T12:00:00Z"))).toBe(false);
    expect(isOpen(some, at("2028-12-25T10:00:00Z"))).toBe(false);
  });

  it("can be closed now, until a time", () => {
    const closed = { ...office, closedUntil: "2026-11-30T10:30:00.000Z" };
    expect(isOpen(closed, at("2026-11-30T10:29:00Z"))).toBe(false);
    expect(shown(nextOpen(closed, at("2026-11-30T09:00:00Z")))).toBe("2026-11-30T10:30:00.000Z");
    expect(shown(nextOpen({ ...closed, closedUntil: "2026-11-30T20:00:00.000Z" }, at("2026-11-30T09:00:00Z")))).toBe("2026-12-01T08:00:00.000Z");
  });

  it("say when they never open, and when they never close", () => {
    const [never, always] = [[], [{ from: "00:00", to: "24:00" }]].map((each) => ({ ...office, week: Array.from({ length: 7 }, () => each) }));
    expect(nextOpen(never as BusinessHours, at("2026-11-30T09:00:00Z"))).toBeNull();
    expect(nextChange(always as BusinessHours, at("2026-11-30T09:00:00Z"))).toBeNull();
    const leapDay = { ...(never as BusinessHours), exceptions: [{ date: "2024-02-29", yearly: true, name: "Leap day", intervals: nine }] };
    expect(shown(nextOpen(leapDay, at("2026-11-30T09:00:00Z")))).toBe("2028-02-29T08:00:00.000Z");
  });

  it("knows time zones", () => {
    expect([isTimeZone("Europe/Berlin"), isTimeZone("UTC"), isTimeZone("Middle-earth/Shire")]).toEqual([true, true, false]);
  });
});

const clock = fc.integer({ min: 0, max: 47 }).map((half) => `${String(Math.floor(half / 2)).padStart(2, "0")}:${half % 2 ? "30" : "00"}`);
const interval = fc.record({ from: clock, to: fc.oneof(clock, fc.constant("24:00")) }).filter(({ from, to }) => from !== to);
const dayHours = fc.array(interval, { maxLength: 3 });
/** Both edges of summer time, in places where it begins at other hours, by half an hour, and at midnight. */
const edges = [
  ["Europe/Berlin", "2026-03-28T18:00:00Z"],
  ["Europe/Berlin", "2026-10-24T18:00:00Z"],
  ["America/New_York", "2026-03-07T22:00:00Z"],
  ["America/New_York", "2026-10-31T22:00:00Z"],
  ["Australia/Lord_Howe", "2026-04-04T08:00:00Z"],
  ["Australia/Lord_Howe", "2026-10-03T08:00:00Z"],
  ["Africa/Cairo", "2026-04-23T14:00:00Z"],
  ["Asia/Kathmandu", "2026-04-23T14:00:00Z"],
] as const;

/** Slow and plainly right: the first minute after `from` that is otherwise. */
function byStepping(hours: BusinessHours, from: number, until: number): number | null {
  for (let moment = from + minute; moment <= until; moment += minute) if (isOpen(hours, moment) !== isOpen(hours, from)) return moment;
  return null;
}

describe("the next change", () => {
  it("is what stepping minute by minute finds, over both edges of summer time", () => {
    const ways = fc.record({
      edge: fc.constantFrom(...edges),
      week: fc.array(dayHours, { minLength: 7, maxLength: 7 }),
      start: fc.integer({ min: 0, max: 1440 }),
    });
    fc.assert(
      fc.property(ways, ({ edge: [timeZone, begin], week, start }) => {
        const hours = { timeZone, week, exceptions: [], closedUntil: null };
        const from = Date.parse(begin) + start * minute;
        const until = from + 20 * 60 * minute;
        const found = nextChange(hours, from);
        expect(shown(found !== null && found <= until ? found : null)).toBe(shown(byStepping(hours, from, until)));
      }),
      { numRuns: 60 },
    );
  });
});
