/**
 * One message in 6 seconds to the same person, bursts up to 45 that are repaid.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/about-the-platform (2026)
 */
const everyMs = 6_000;
const burst = 45;

/** Counts what one number sends to one person. */
export class PairRate {
  readonly #pairs = new Map<string, { left: number; at: number }>();

  /** Takes one message; false when there are too many. Time may stand still or jump back: nothing is refilled then. */
  take(pair: string, now: number): boolean {
    const known = this.#pairs.get(pair) ?? { left: burst, at: now };
    const left = Math.min(burst, known.left + Math.max(0, now - known.at) / everyMs);
    const at = Math.max(known.at, now);
    this.#pairs.set(pair, { left: left >= 1 ? left - 1 : left, at });
    return left >= 1;
  }
}
