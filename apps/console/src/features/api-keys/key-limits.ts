/** How long a new key works: days from now, until a day, or always. */
export const lifetimes = ["never", "30", "90", "365", "date"] as const;
export type Lifetime = (typeof lifetimes)[number];

const day = 24 * 60 * 60 * 1000;

/** The moment it ends, RFC 3339; null: never. `date`: `2026-12-24`, the last day it works, in the reader's time zone. */
export function expiryOf(lifetime: Lifetime, date: string, now: number): string | null {
  if (lifetime === "never") return null;
  if (lifetime !== "date") return new Date(now + Number(lifetime) * day).toISOString();
  const last = new Date(`${date}T00:00:00`);
  last.setDate(last.getDate() + 1);
  return last.toISOString();
}

/** A key that ends this soon is pointed out. Days. */
const soon = 14;

export type Expiry = { kind: "never" | "later" | "expired" } | { kind: "soon"; days: number };

export function expiryState(expiresAt: string | null, now: number): Expiry {
  if (expiresAt === null) return { kind: "never" };
  const left = Date.parse(expiresAt) - now;
  if (left <= 0) return { kind: "expired" };
  return left < soon * day ? { kind: "soon", days: Math.ceil(left / day) } : { kind: "later" };
}

/** When admins are told of it, wherever they are. Days. */
const told = 7;

/** Those that still work, and end within a week. */
export const endingKeys = <K extends { expiresAt: string | null }>(keys: readonly K[], now: number): K[] =>
  keys.filter(({ expiresAt }) => {
    const state = expiryState(expiresAt, now);
    return state.kind === "soon" && state.days <= told;
  });

/** What was typed as addresses and ranges, one by one; commas, spaces and lines part them. */
export const readAddresses = (text: string): string[] => text.split(/[\s,;]+/).filter((one) => one !== "");

/** Those that cannot be an address or a range at all; the server looks closer. */
export const strangeAddresses = (addresses: readonly string[]): string[] =>
  addresses.filter((one) => !/^(\d{1,3}(\.\d{1,3}){3}(\/\d{1,2})?|[0-9a-f:.]*:[0-9a-f:.]*(\/\d{1,3})?)$/i.test(one));
