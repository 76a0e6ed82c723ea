import type { BusinessHoursInput } from "../../api/business-hours.ts";

/** What business hours begin with: five days from nine to five, where the reader is. */
export function blankHours(name: string, timeZone: string): BusinessHoursInput {
  const day = [{ from: "09:00", to: "17:00" }];
  return { name, timeZone, week: [day, day, day, day, day, [], []], exceptions: [], closedUntil: null, isDefault: false };
}

/** The interval that is added to a day: behind the last one, where there is room. */
export function nextInterval(intervals: readonly { from: string; to: string }[]): { from: string; to: string } {
  const last = intervals.at(-1);
  if (!last) return { from: "09:00", to: "17:00" };
  const from = Math.min(Number(last.to.slice(0, 2)) + 1, 22);
  const clock = (hour: number) => `${String(hour).padStart(2, "0")}:00`;
  return last.to <= last.from ? { from: "09:00", to: "17:00" } : { from: clock(from), to: clock(Math.min(from + 3, 23)) };
}

/** Time zones by name, the given one among them. */
export function timeZones(current: string): string[] {
  return [...new Set([current, "UTC", ...Intl.supportedValuesOf("timeZone")])].sort();
}
