/** `from` and `to` as `HH:MM` on the clock of the place, `to` exclusive and up to `24:00`. Earlier than `from`: on the next day. */
export type OpenInterval = { from: string; to: string };

/** A date (`YYYY-MM-DD`) with hours of its own; none: closed. `yearly`: the same day of every year. */
export type HoursException = { date: string; yearly: boolean; name: string; intervals: OpenInterval[] };

/** When a business is there. `week` begins on Monday; `closedUntil` (RFC 3339): closed until then, whatever else it says. */
export type BusinessHours = { timeZone: string; week: OpenInterval[][]; exceptions: HoursException[]; closedUntil: string | null };

const [minute, day] = [60_000, 86_400_000];

/** Days are looked at this far ahead (a 29 February comes after eight years at most), and this many of them closely. */
const [farthest, closely] = [3000, 400];

const formats = new Map<string, Intl.DateTimeFormat>();

/** What the clock shows in a time zone, as if it were UTC: milliseconds, in whole minutes. */
function wallClock(at: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (!format) {
    const numeric = "numeric" as const;
    format = new Intl.DateTimeFormat("en-US", {
      timeZone,
      calendar: "gregory",
      hourCycle: "h23",
      year: numeric,
      month: numeric,
      day: numeric,
      hour: numeric,
      minute: numeric,
    });
    formats.set(timeZone, format);
  }
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(parts.year ?? 0, (parts.month ?? 1) - 1, parts.day, parts.hour, parts.minute);
}

/** Whether a name is one of a time zone that this machine knows. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: name }) !== null;
  } catch {
    return false;
  }
}

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
/** Minutes since the beginning of the day it belongs to; `to` may lie on the next day. */
const span = ({ from, to }: OpenInterval): { from: number; to: number } => {
  const [start, end] = [minutesOf(from), minutesOf(to)];
  return { from: start, to: end > start ? end : end + 24 * 60 };
};

/** The hours of a day (days since 1970-01-01). A date of one year goes before one of every year. */
function intervalsOf(hours: BusinessHours, number: number): OpenInterval[] {
  const date = new Date(number * day).toISOString().slice(0, 10);
  const own =
    hours.exceptions.find((one) => !one.yearly && one.date === date) ??
    hours.exceptions.find((one) => one.yearly && one.date.slice(5) === date.slice(5));
  // 1970-01-01 was a Thursday.
  return own ? own.intervals : (hours.week[(((number + 3) % 7) + 7) % 7] ?? []);
}

/** Open by the clock on the wall: an hour that a change of clocks leaves out is never open, one that it repeats is open twice. */
function isOpenOnWall(hours: BusinessHours, wall: number): boolean {
  const number = Math.floor(wall / day);
  const at = (wall - number * day) / minute;
  const covers = (moment: number) => (one: OpenInterval) => span(one).from <= moment && moment < span(one).to;
  // What began the evening before goes on past midnight, also into a holiday.
  return intervalsOf(hours, number).some(covers(at)) || intervalsOf(hours, number - 1).some(covers(at + 24 * 60));
}

/** `at`: milliseconds. */
export function isOpen(hours: BusinessHours, at: number): boolean {
  if (hours.closedUntil !== null && at < Date.parse(hours.closedUntil)) return false;
  return isOpenOnWall(hours, wallClock(at, hours.timeZone));
}

/** The next moment after `at` at which they open or close; null: never. Milliseconds. */
export function nextChange(hours: BusinessHours, at: number): number | null {
  const now = isOpen(hours, at);
  const closedUntil = hours.closedUntil === null ? Number.NEGATIVE_INFINITY : Date.parse(hours.closedUntil);
  if (at < closedUntil && isOpen(hours, closedUntil)) return closedUntil;
  const from = Math.max(at, closedUntil);
  const first = Math.floor(wallClock(from, hours.timeZone) / day) - 1;
  let [looked, next] = [0, Number.POSITIVE_INFINITY];
  for (let number = first; number < first + farthest && looked < closely; number++) {
    if (!now && intervalsOf(hours, number).length === 0 && next === Number.POSITIVE_INFINITY) continue;
    looked++;
    const known = next;
    next = Math.min(next, momentsOf(hours, number).find((moment) => moment > from && isOpen(hours, moment) !== now) ?? next);
    // What a day knows may lie on the next one, which then may know something earlier.
    if (known !== Number.POSITIVE_INFINITY) break;
  }
  return next === Number.POSITIVE_INFINITY ? null : next;
}

/** When they are open next: `at` itself while they are open; null: never again. Milliseconds. */
export const nextOpen = (hours: BusinessHours, at: number): number | null => (isOpen(hours, at) ? at : nextChange(hours, at));

/** Every moment at which a day's hours may begin or end, in order; all of them on that day or the next. */
function momentsOf(hours: BusinessHours, number: number): number[] {
  const { timeZone } = hours;
  const [before, after] = [(number - 1) * day, (number + 3) * day];
  const offset = (at: number) => wallClock(at, timeZone) - at;
  const offsets = [...new Set([offset(before), offset(after)])];
  const walls = [0, 24 * 60, ...intervalsOf(hours, number).flatMap((one) => [span(one).from, span(one).to])].map((at) => number * day + at * minute);
  const moments = offsets.flatMap((shift) => walls.map((wall) => wall - shift));
  if (offsets.length > 1) {
    const change = changeOfClocks(before, after, offset);
    const on = Math.floor(wallClock(change, timeZone) / day);
    if (on === number || on === number + 1) moments.push(change);
  }
  return moments.sort((a, b) => a - b);
}

/** The first minute with the later offset. */
function changeOfClocks(before: number, after: number, offset: (at: number) => number): number {
  let [low, high] = [before, after];
  const old = offset(before);
  while (high - low > minute) {
    const middle = low + Math.floor((high - low) / minute / 2) * minute;
    if (offset(middle) === old) low = middle;
    else high = middle;
  }
  return high;
}
