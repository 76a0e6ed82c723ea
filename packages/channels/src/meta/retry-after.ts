import { arrayAt, isObject, type Json } from "./read-keys.ts";

/** Nothing asks for more than a day; a larger number is a mistake on the other side. */
const longest = 24 * 60 * 60 * 1000;

/**
 * How long the platform asks to wait, in milliseconds; null when it says nothing. Reads `Retry-After` (seconds, or a
 * date, measured against the answer's own `Date`) and Graph's `estimated_time_to_regain_access` (minutes).
 * Source: https://developers.facebook.com/docs/graph-api/overview/rate-limiting (from general knowledge, not re-read)
 */
export function retryAfter(headers: Record<string, string>): number | null {
  const read = (name: string): string | undefined => Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  const asked = [fromRetryAfter(read("retry-after"), read("date")), fromUsage(read("x-business-use-case-usage"))];
  const waits = asked.filter((wait) => wait !== null);
  return waits.length === 0 ? null : Math.min(longest, Math.max(0, ...waits));
}

function fromRetryAfter(value: string | undefined, date: string | undefined): number | null {
  if (value === undefined) return null;
  if (/^\s*\d+(\.\d+)?\s*$/.test(value)) return Math.ceil(Number(value) * 1000);
  const wait = Date.parse(value) - Date.parse(date ?? "");
  return Number.isNaN(wait) ? null : wait;
}

function fromUsage(value: string | undefined): number | null {
  if (value === undefined) return null;
  let usage: unknown;
  try {
    usage = JSON.parse(value);
  } catch {
    return null;
  }
  if (!isObject(usage)) return null;
  const minutes = Object.keys(usage)
    .flatMap((key) => arrayAt(usage as Json, key))
    .map((entry) => (isObject(entry) ? Number(entry.estimated_time_to_regain_access) : 0))
    .filter((number) => number > 0);
  return minutes.length === 0 ? null : Math.max(...minutes) * 60_000;
}
