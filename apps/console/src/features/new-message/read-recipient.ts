/**
 * A phone number as somebody types or pastes it, as digits with the country's code; null when it can be none. E.164
 * has up to 15 digits, and no number with its country is shorter than 7.
 */
export function readPhone(text: string): string | null {
  const digits = text.replaceAll(/[\s()./\u2010-\u2015\u00a0-]/g, "").replace(/^(\+|00)/, "");
  return /^[1-9]\d{6,14}$/.test(digits) ? digits : null;
}

/** Whether a text begins like a number rather than like a name. */
export const looksLikePhone = (text: string): boolean => /^\s*[+(]?\d[\d\s()./-]{2,}$/.test(text);
