import type { HoursException } from "@onethread/core";

export type ReadCalendar = { days: HoursException[]; skipped: number } | { error: "notCalendar" | "noDays" };

/** A holiday of weeks is one entry of a calendar; longer ones are no holidays. Days. */
const longest = 31;

type Entry = { start?: { params: string; value: string }; end?: string; name: string; rule?: string; cancelled: boolean };

/**
 * Whole days of an iCalendar file (RFC 5545) as days that are closed; `skipped`: how many entries are for less than a day.
 * Of rules for repetition only "every year" is known: other entries count for the day they begin on.
 */
export function readCalendar(text: string): ReadCalendar {
  const lines = text
    .replace(/^\uFEFF/, "")
    .replaceAll(/\r?\n[ \t]/g, "")
    .split(/\r?\n/);
  if (lines[0]?.trim().toUpperCase() !== "BEGIN:VCALENDAR") return { error: "notCalendar" };
  const entries = entriesOf(lines);
  let skipped = 0;
  const days = entries.flatMap((entry) => {
    const found = daysOf(entry);
    if (found === null) skipped++;
    return found ?? [];
  });
  return days.length === 0 ? { error: "noDays" } : { days: oncePerDay(days), skipped };
}

function entriesOf(lines: readonly string[]): Entry[] {
  const entries: Entry[] = [];
  /** What is open, outermost first: an alarm in an event has times of its own. */
  const open: string[] = [];
  for (const line of lines) {
    const [, name = "", params = "", value = ""] = /^([A-Za-z0-9-]+)((?:;[^:"]*(?:"[^"]*"[^:"]*)*)?):(.*)$/.exec(line) ?? [];
    const property = name.toUpperCase();
    if (property === "BEGIN") {
      open.push(value.trim().toUpperCase());
      if (open.at(-1) === "VEVENT") entries.push({ name: "", cancelled: false });
    } else if (property === "END") open.pop();
    else if (open.at(-1) === "VEVENT") note(entries.at(-1), property, params, value.trim());
  }
  return entries.filter(({ cancelled }) => !cancelled);
}

function note(entry: Entry | undefined, property: string, params: string, value: string): void {
  if (!entry) return;
  if (property === "DTSTART") entry.start = { params, value };
  else if (property === "DTEND") entry.end = value;
  else if (property === "RRULE") entry.rule = value.toUpperCase();
  else if (property === "STATUS") entry.cancelled = value.toUpperCase() === "CANCELLED";
  else if (property === "SUMMARY") {
    const plain = value.replaceAll(/\\([nN,;\\])/g, (_, letter: string) => (letter.toLowerCase() === "n" ? " " : letter));
    entry.name = plain.trim().slice(0, 60);
  }
}

/** null: it is not for whole days. */
function daysOf({ start, end, name, rule }: Entry): HoursException[] | null {
  const first = dayOf(start?.value);
  if (first === null) return null;
  // The end is the first day that is not in it any more; without one it is a single day.
  const behind = dayOf(end) ?? first + 1;
  const yearly = rule !== undefined && /^FREQ=YEARLY(;INTERVAL=1)?$/.test(rule);
  const count = Math.min(Math.max(behind - first, 1), longest);
  return Array.from({ length: count }, (_, index) => ({ date: isoOf(first + index), yearly, name, intervals: [] }));
}

const dayMs = 24 * 60 * 60 * 1000;
const isoOf = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);

/** Days since 1970; null: no date alone, or none there is. */
function dayOf(value: string | undefined): number | null {
  const [, year, month, date] = /^(\d{4})(\d{2})(\d{2})$/.exec(value ?? "") ?? [];
  if (!year) return null;
  const day = Date.UTC(Number(year), Number(month) - 1, Number(date)) / dayMs;
  return isoOf(day) === `${year}-${month}-${date}` ? day : null;
}

const oncePerDay = (days: readonly HoursException[]): HoursException[] =>
  [...new Map(days.toReversed().map((one) => [one.date, one])).values()].sort((a, b) => (a.date < b.date ? -1 : 1));

/** Those that are still to come, and do not stand there already. `today`: `2026-12-24`. */
export function newDays(days: readonly HoursException[], there: readonly HoursException[], today: string): HoursException[] {
  const known = (one: HoursException) => there.some(({ date, yearly }) => date === one.date || (yearly && date.slice(4) === one.date.slice(4)));
  return days.filter((one) => (one.yearly || one.date >= today) && !known(one));
}
