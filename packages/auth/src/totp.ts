import { Secret, TOTP } from "otpauth";

/** Seconds that a code is for (RFC 6238; what authenticator apps take without asking). */
const period = 30;

const totpOf = (secret: string, label = "") =>
  new TOTP({ issuer: "Onethread", label, algorithm: "SHA1", digits: 6, period, secret: Secret.fromBase32(secret) });

/** 160 bits, as RFC 4226 recommends, in base32. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** What an authenticator app reads from a QR code. */
export const totpUri = (secret: string, email: string): string => totpOf(secret, email).toString();

/** The step (since 1970) that a code is of, if it is of this one or a neighbour: clocks are a little off. null: of none of them. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const delta = totpOf(secret).validate({ token: code, timestamp: now.getTime(), window: 1 });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / period) + delta;
}
