/**
 * A platform's time in milliseconds since 1970, or null when it is none. WhatsApp sends seconds as text, Messenger and
 * Instagram milliseconds as numbers, comments and dashboard tests seconds: so the magnitude decides.
 * 1e11 seconds is the year 5138, 1e11 milliseconds is March 1973: no real event is near the border.
 */
export function eventTime(value: unknown): number | null {
  const text = typeof value === "number" ? String(value) : value;
  if (typeof text !== "string" || !/^\d{1,17}(\.\d+)?$/.test(text)) return null;
  const number = Number(text);
  if (number <= 0) return null;
  const ms = Math.floor(number < 1e11 ? number * 1000 : number < 1e14 ? number : number / 1000);
  return ms <= latest ? ms : null;
}

/** The year 9999, the last one that RFC 3339 can write. */
const latest = 253_402_300_799_999;
