import { describe, expect, it } from "vitest";
import { newDays, readCalendar } from "./read-calendar.ts";

const calendar = (...lines: string[]) => ["BEGIN:VCALENDAR", "VERSION:2.0", ...lines, "END:VCALENDAR"].join("\r\n");
const event = (...lines: string[]) => ["BEGIN:VEVENT", ...lines, "END:VEVENT"];
const days = (text: string) => {
  const read = readCalendar(text);
  return "days" in read ? read.days.map(({ date, name, yearly }) => [date, name, yearly]) : read.error;
};

describe("readCalendar", () => {
  it("reads whole days, their names as they were written, and every year", () => {
    const text = calendar(
      ...event("DTSTART;VALUE=DATE:20261225", "DTEND;VALUE=DATE:20261227", "SUMMARY;LANGUAGE=de:Weihnach", " ten\\, frei"),
      ...event("DTSTART;VALUE=DATE:20240501", "RRULE:FREQ=YEARLY", "SUMMARY:Labour Day"),
      ...event("DTSTART:20270101", "SUMMARY:New Year"),
    );
    expect(days(text)).toEqual([
      ["2024-05-01", "Labour Day", true],
      ["2026-12-25", "Weihnachten, frei", false],
      ["2026-12-26", "Weihnachten, frei", false],
      ["2027-01-01", "New Year", false],
    ]);
  });

  it("leaves out what is not for whole days and says how many, what was cancelled, and what stands in alarms", () => {
    const text = calendar(
      ...event("DTSTART;TZID=Europe/Berlin:20261224T120000", "SUMMARY:Party"),
      ...event("DTSTART;VALUE=DATE:20261231", "SUMMARY:Called off", "STATUS:CANCELLED"),
      ...event("BEGIN:VALARM", "DTSTART;VALUE=DATE:20200101", "SUMMARY:Alarm", "END:VALARM", "DTSTART;VALUE=DATE:20261224", "SUMMARY:Eve"),
    );
    expect(readCalendar(text)).toMatchObject({ days: [{ date: "2026-12-24", name: "Eve" }], skipped: 1 });
  });

  it.each([
    ["", "notCalendar"],
    ["name,date\nEve,2026-12-24", "notCalendar"],
    ["<html>", "notCalendar"],
    [calendar(), "noDays"],
    [calendar(...event("DTSTART;VALUE=DATE:20260231", "SUMMARY:No such day")), "noDays"],
    [calendar(...event("SUMMARY:No day")), "noDays"],
  ])("says what is wrong with %j", (text, error) => expect(days(text)).toBe(error));

  it("takes a day once, a byte order mark and bare line feeds, and no holiday of years", () => {
    const twice = calendar(...event("DTSTART;VALUE=DATE:20261224", "SUMMARY:First"), ...event("DTSTART;VALUE=DATE:20261224", "SUMMARY:Second"));
    expect(days(`\uFEFF${twice.replaceAll("\r\n", "\n")}`)).toEqual([["2026-12-24", "First", false]]);
    expect(days(calendar(...event("DTSTART;VALUE=DATE:20260101", "DTEND;VALUE=DATE:20300101")))).toHaveLength(31);
  });
});

it("offers what is still to come and does not stand there already", () => {
  const day = (date: string, yearly = false) => ({ date, yearly, name: "", intervals: [] });
  const read = [day("2020-05-01", true), day("2026-11-01"), day("2026-12-24"), day("2026-12-25"), day("2027-01-01")];
  const there = [day("2026-12-24"), day("2000-01-01", true)];
  expect(newDays(read, there, "2026-11-29").map(({ date }) => date)).toEqual(["2020-05-01", "2026-12-25"]);
});
