/**
 * Messages a second that a WhatsApp number may send; how Meta counts a second is not said: here what is left over fills up
 * evenly, to at most one second's worth.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/throughput (2026)
 */
const perSecond = 80;

/** Counts what one number sends, by the simulator's own clock: throughput is about real machines. */
export class NumberRate {
  readonly #numbers = new Map<string, { left: number; at: number }>();

  /** Takes one message; false when there are too many. */
  take(number: string, now = Date.now()): boolean {
    const known = this.#numbers.get(number) ?? { left: perSecond, at: now };
    const left = Math.min(perSecond, known.left + (Math.max(0, now - known.at) / 1000) * perSecond);
    this.#numbers.set(number, { left: left >= 1 ? left - 1 : left, at: Math.max(known.at, now) });
    return left >= 1;
  }
}
