const quote = 0x22;
const backslash = 0x5c;
const minus = 0x2d;
const replacement = "\\ufffd";

/**
 * JSON from bytes without losing integers: a whole number beyond 2^53 becomes a string of its digits (Instagram account
 * ids have 17 digits and sometimes come as numbers). Texts lose only what PostgreSQL cannot store: NUL and halves of
 * surrogate pairs become U+FFFD. Answers undefined when the bytes are not JSON; never throws.
 */
export function parseJson(raw: Uint8Array): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(protect(new TextDecoder("utf-8").decode(raw))) };
  } catch {
    return undefined;
  }
}

function protect(text: string): string {
  let result = "";
  let kept = 0;
  let i = 0;
  const put = (until: number, insert: string, next: number): void => {
    result += text.slice(kept, until) + insert;
    kept = next;
  };
  while (i < text.length) {
    const code = text.charCodeAt(i);
    if (code === quote) i = protectString(text, i + 1, put);
    else if (code === minus || isDigit(code)) {
      const end = endOfNumber(text, i);
      const token = text.slice(i, end);
      if (isUnsafeInteger(token)) put(i, `"${token}"`, end);
      i = end;
    } else i += 1;
  }
  return kept === 0 ? text : result + text.slice(kept);
}

/** Walks a string and answers where it ends (after its closing quote). */
function protectString(text: string, start: number, put: (until: number, insert: string, next: number) => void): number {
  let i = start;
  while (i < text.length) {
    const code = text.charCodeAt(i);
    if (code === quote) return i + 1;
    if (code !== backslash) i += 1;
    else if (text[i + 1] !== "u") i += 2;
    else {
      const unit = unitAt(text, i);
      const pairs = isHigh(unit) && text[i + 6] === "\\" && text[i + 7] === "u" && isLow(unitAt(text, i + 6));
      if (unit === 0 || (isHigh(unit) && !pairs) || isLow(unit)) put(i, replacement, i + 6);
      i += pairs ? 12 : 6;
    }
  }
  return i;
}

/** The UTF-16 unit of the `\uXXXX` at `at`; NaN when it is not one. */
const unitAt = (text: string, at: number): number => {
  const hex = text.slice(at + 2, at + 6);
  return /^[0-9a-f]{4}$/i.test(hex) ? Number.parseInt(hex, 16) : Number.NaN;
};
const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

function endOfNumber(text: string, start: number): number {
  let i = start + 1;
  while (i < text.length && /[0-9.eE+-]/.test(text.charAt(i))) i += 1;
  return i;
}

const isUnsafeInteger = (token: string): boolean => /^-?[1-9]\d{15,}$/.test(token) && !Number.isSafeInteger(Number(token));
