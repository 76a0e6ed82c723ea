/**
 * The one-time token of a "continue on …" link. Short enough for a person to send along in a WhatsApp text, 80 bits
 * so that it cannot be guessed, letters without look-alikes (Crockford base32).
 */
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
const pattern = /\bot-([0-9a-hjkmnp-tv-z]{16})\b/i;

/** 90 days, architecture's rule: a token is good for messages that occurred before this age. Milliseconds. */
export const handOverTokenLifetime = 90 * 24 * 60 * 60 * 1000;

/** Makes a token of 10 random bytes. */
export function formatHandOverToken(bytes: Uint8Array): string {
  if (bytes.length < 10) throw new Error("a hand-over token needs 10 random bytes");
  let bits = 0n;
  for (const byte of bytes.slice(0, 10)) bits = (bits << 8n) | BigInt(byte);
  let text = "";
  for (let i = 0; i < 16; i++) {
    text = alphabet[Number(bits & 31n)] + text;
    bits >>= 5n;
  }
  return `ot-${text}`;
}

/** The first token in a text, a ref or a payload, in its canonical lower case; undefined when there is none. */
export function findHandOverToken(...texts: (string | null | undefined)[]): string | undefined {
  for (const text of texts) {
    const found = text?.match(pattern);
    if (found?.[1]) return `ot-${found[1].toLowerCase()}`;
  }
  return undefined;
}
