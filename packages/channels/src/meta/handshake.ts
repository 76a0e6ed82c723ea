import { createHash, timingSafeEqual } from "node:crypto";

export type HandshakeAnswer = { ok: true; challenge: string; tokenIndex: number } | { ok: false; refused: RefusedHandshake };

/**
 * What is wrong with a handshake, for who sets the webhook up. `spaces` and `case`: right but for these; `not_set`: there
 * is no token to compare with. `start` and `length` (characters) are of a wrong token: enough to recognise it by, and
 * never more than a quarter of it.
 */
export type RefusedHandshake = {
  reason: "no_handshake" | "no_token" | "not_set" | "spaces" | "case" | "wrong";
  start: string;
  length: number;
};

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/**
 * Answers the verification GET of a webhook endpoint. The challenge goes back unchanged as plain text. Some frameworks
 * turn the dots of the parameter names into underscores, so both spellings are read. Tokens are compared by their
 * digests, in constant time whatever their lengths.
 * Source: https://developers.facebook.com/docs/graph-api/webhooks/getting-started (read November 2026)
 */
export function answerHandshake(query: Record<string, string | undefined>, tokens: readonly string[]): HandshakeAnswer {
  const read = (name: string): string | undefined => query[`hub.${name}`] ?? query[`hub_${name}`];
  const challenge = read("challenge");
  const given = read("verify_token");
  if (read("mode") !== "subscribe" || challenge === undefined) return refusedFor("no_handshake");
  if (given === undefined || given === "") return refusedFor("no_token");
  const givenDigest = digest(given);
  let tokenIndex = -1;
  tokens.forEach((token, index) => {
    if (token === "") return;
    if (timingSafeEqual(digest(token), givenDigest) && tokenIndex === -1) tokenIndex = index;
  });
  return tokenIndex === -1 ? explain(given, tokens) : { ok: true, challenge, tokenIndex };
}

function explain(given: string, tokens: readonly string[]): HandshakeAnswer {
  const set = tokens.filter((token) => token !== "");
  if (set.length === 0) return refusedFor("not_set");
  if (set.includes(given.trim())) return refusedFor("spaces");
  if (set.some((token) => token.toLowerCase() === given.trim().toLowerCase())) return refusedFor("case");
  const start = given.slice(0, Math.min(3, Math.floor(given.length / 4))).replaceAll(/[^\x21-\x7e]/g, "?");
  return { ok: false, refused: { reason: "wrong", start, length: given.length } };
}

const refusedFor = (reason: RefusedHandshake["reason"]): HandshakeAnswer => ({ ok: false, refused: { reason, start: "", length: 0 } });
