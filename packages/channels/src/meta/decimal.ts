/**
 * Exact arithmetic on amounts. A platform's amount is a JSON number in major units (34.5); adding such numbers as
 * floating point makes cents up, so they are read from their shortest text and kept as whole minor parts.
 */
export type Decimal = { units: bigint; places: number };

/** More digits than any price has: beyond it a number is not an amount. */
const longest = 40;

/** null when the value is no plain decimal number. */
export function decimalOf(value: unknown): Decimal | null {
  const text = typeof value === "number" ? plainText(value) : value;
  if (typeof text !== "string" || text.length > longest) return null;
  const match = text.match(/^(-?)(\d+)(?:\.(\d+))?$/);
  if (!match) return null;
  const [, sign = "", whole = "", fraction = ""] = match;
  return { units: BigInt(`${sign}${whole}${fraction}`), places: fraction.length };
}

/** Small numbers print as `1e-7`; no price is that small, but it must not become another number either. */
function plainText(value: number): string | null {
  if (!Number.isFinite(value)) return null;
  const text = String(value);
  return text.includes("e") ? null : text;
}

export const times = (a: Decimal, b: Decimal): Decimal => ({ units: a.units * b.units, places: a.places + b.places });

export function plus(a: Decimal, b: Decimal): Decimal {
  const places = Math.max(a.places, b.places);
  return { units: scaled(a, places) + scaled(b, places), places };
}

const scaled = ({ units, places }: Decimal, wanted: number): bigint => units * 10n ** BigInt(wanted - places);

/**
 * Currencies that have another number of minor digits than two.
 * Source: ISO 4217, https://www.six-group.com/en/products-services/financial-information/data-standards.html (2026)
 */
const none = new Set("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split(" "));
const three = new Set("BHD IQD JOD KWD LYD OMR TND".split(" "));
const minorDigits = (currency: string | null): number => (currency === null ? 2 : none.has(currency) ? 0 : three.has(currency) ? 3 : 2);

/** As people write it, e.g. `80.94`: with the currency's minor digits, with more only where they say something. */
export function amountText(amount: Decimal, currency: string | null): string {
  let { units, places } = amount;
  const wanted = minorDigits(currency);
  while (places > wanted && units % 10n === 0n) {
    units /= 10n;
    places -= 1;
  }
  if (places < wanted) {
    units = scaled({ units, places }, wanted);
    places = wanted;
  }
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, "0");
  const sign = units < 0n ? "-" : "";
  return places === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** A value in minor parts of which `offset` make one: 129900 with 100 is 1299.00. Only powers of ten are known. */
export function fromMinor(value: unknown, offset: unknown): Decimal | null {
  const amount = decimalOf(value);
  const parts = decimalOf(offset)?.units.toString() ?? "";
  if (amount === null || !/^10{0,9}$/.test(parts)) return null;
  return { units: amount.units, places: amount.places + parts.length - 1 };
}
