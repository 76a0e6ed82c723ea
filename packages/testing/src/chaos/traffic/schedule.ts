import type { Chance } from "../chance.ts";

export type Mischief = {
  /** Which share comes a second time, later. */
  duplicates: number;
  /** Which share is late, and by at most how many of those behind it. */
  late: number;
  window: number;
};

/** Meta's habits, as far as it owns up to them: at least once, no order. */
export const asMeta: Mischief = { duplicates: 0.1, late: 0.1, window: 200 };

/** In which order webhooks leave. */
export function schedule<T>(bodies: readonly T[], random: Chance, { duplicates, late, window }: Mischief): T[] {
  const placed: { at: number; body: T }[] = [];
  for (const [index, body] of bodies.entries()) {
    placed.push({ at: index + (random.yes(late) ? random.int(1, window) : 0), body });
    for (let rest = duplicates; rest > 0; rest--) if (random.yes(Math.min(1, rest))) placed.push({ at: index + random.int(1, window), body });
  }
  return placed.sort((a, b) => a.at - b.at).map((one) => one.body);
}
