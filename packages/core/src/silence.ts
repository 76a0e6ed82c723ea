/**
 * An account's messages by the hour. `weeks`: for each past week, this week first left out, how many came in the hour that
 * ended 0, 1, 2 … 23 hours before the last full hour of now, seven days earlier, fourteen days earlier, and so on; only
 * weeks in which the account was connected. `today`: the same hours of now. `thisHour`: since the last full hour.
 */
export type Traffic = { weeks: readonly (readonly number[])[]; today: readonly number[]; thisHour: number };

/** `hours`: for so long nothing came; `usual`: how many messages come in that time on other weeks, the middle one of them. */
export type Silence = { hours: number; usual: number };

/** Fewer weeks are no habit. */
const weeksNeeded = 4;
/** Fewer messages than this may also be chance: of 8 expected ones, none at all comes about once in 3000 times. */
const messagesNeeded = 8;

const sum = (numbers: readonly number[], hours: number): number => numbers.slice(0, hours).reduce((total, one) => total + one, 0);
const ascending = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b);

/**
 * Whether a channel that usually talks at this time of this weekday has gone quiet, and how quiet; null: all is as usual,
 * or too little is known. One odd week, a holiday say, does not count. Nothing new is said in hours in which nobody
 * usually writes: an alarm at three in the morning helps no one.
 */
export function findSilence({ weeks, today, thisHour }: Traffic): Silence | null {
  if (weeks.length < weeksNeeded || thisHour > 0) return null;
  const last = today.findIndex((count) => count > 0);
  const hours = last === -1 ? today.length : last;
  if (hours === 0) return null;
  const totals = ascending(weeks.map((week) => sum(week, hours)));
  const recent = ascending(weeks.map((week) => sum(week, Math.min(hours, 2))));
  const low = totals[1] ?? 0;
  const usual = totals[Math.floor(totals.length / 2)] ?? 0;
  const talksNow = (recent[Math.floor(recent.length / 2)] ?? 0) > 0;
  return low >= messagesNeeded && talksNow ? { hours, usual } : null;
}
