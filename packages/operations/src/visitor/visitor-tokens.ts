import { createHash, createHmac, timingSafeEqual } from "node:crypto";

/** How long an access token is good, and a renewal token that nobody uses. Milliseconds. */
const accessMs = 60 * 60_000;
export const renewalMs = 180 * 24 * 60 * 60_000;

/** A session of a visitor at a widget. `begun`: seconds. */
export type SessionClaims = { key: string; visitor: string; sessionId: string; begun: number };

export type VisitorTokens = {
  /** Says for an hour who is asking, at one widget. `expiresAt` in milliseconds. */
  access(claims: SessionClaims, now: number): { token: string; expiresAt: number };
  /** null: not ours, changed, of another widget, or over. */
  readAccess(token: string, key: string, now: number): SessionClaims | null;
  /** The same each time, so that a lost answer can be given again. */
  renewal(claims: SessionClaims, generation: number): string;
  /** null: not ours or changed. Whether it is still good only the session tells, if there is one. */
  readRenewal(token: string, key: string): { claims: SessionClaims; generation: number } | null;
  /** What a message names a file by that this session has uploaded. */
  file(sessionId: string, attachmentId: string): string;
  /** null: somebody else's. */
  readFile(token: string, sessionId: string): string | null;
};

export const renewalHash = (token: string): Buffer => createHash("sha256").update(token).digest();

/** Tokens signed by the first of `keys`; all open, so that a key can be rotated. Each kind is signed under its own name. */
export function visitorTokens(keys: readonly Buffer[]): VisitorTokens {
  const [current] = keys;
  if (!current) throw new Error("visitors' tokens need a key");
  const sign = (key: Buffer, name: string, text: string) => createHmac("sha256", key).update(`visitor ${name}\n${text}`).digest("base64url");
  const make = (name: string, parts: readonly (string | number)[]) => {
    const text = parts.join(".");
    return `${text}.${sign(current, name, text)}`;
  };
  const open = (name: string, token: string, count: number): string[] | null => {
    const parts = token.length > 600 ? [] : token.split(".");
    if (parts.length !== count + 1) return null;
    const given = Buffer.from(parts[count] ?? "");
    const text = parts.slice(0, count).join(".");
    const fits = keys.some((key) => {
      const wanted = Buffer.from(sign(key, name, text));
      return wanted.length === given.length && timingSafeEqual(wanted, given);
    });
    return fits ? parts.slice(0, count) : null;
  };
  const claimsOf = ([key = "", visitor = "", sessionId = "", begun = ""]: readonly string[]): SessionClaims => ({
    key,
    visitor,
    sessionId,
    begun: Number(begun),
  });
  const listed = ({ key, visitor, sessionId, begun }: SessionClaims) => [key, visitor, sessionId, begun];
  return {
    access: (claims, now) => {
      const until = Math.floor((now + accessMs) / 1000);
      return { token: make("access", [...listed(claims), until]), expiresAt: until * 1000 };
    },
    readAccess: (token, key, now) => {
      const parts = open("access", token, 5);
      if (!parts || parts[0] !== key || Number(parts[4]) * 1000 <= now) return null;
      return claimsOf(parts);
    },
    renewal: (claims, generation) => make("renewal", [...listed(claims), generation]),
    readRenewal: (token, key) => {
      const parts = open("renewal", token, 5);
      return parts && parts[0] === key ? { claims: claimsOf(parts), generation: Number(parts[4]) } : null;
    },
    file: (sessionId, attachmentId) => make("file", [attachmentId, sessionId]),
    readFile: (token, sessionId) => {
      const parts = open("file", token, 2);
      return parts && parts[1] === sessionId ? (parts[0] ?? null) : null;
    },
  };
}
