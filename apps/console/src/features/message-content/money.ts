/** A decimal text with its currency in the reader's language; as it stands where the currency is not known. */
export function money(amount: string, currency: string | null, locale: string): string {
  const value = Number(amount);
  if (!currency || !Number.isFinite(value)) return currency ? `${amount} ${currency}` : amount;
  try {
    return new Intl.NumberFormat(locale, { style: "currency", currency }).format(value);
  } catch {
    return `${amount} ${currency}`;
  }
}
