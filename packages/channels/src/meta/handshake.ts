import { createHash, timingSafeEqual } from "node:crypto";

export type HandshakeAnswer = { ok: true; challenge: string; tokenIndex: number } | { ok: false };

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
  if (read("mode") !== "subscribe" || challenge === undefined || given === undefined) return { ok: false };
  const givenDigest = digest(given);
  let tokenIndex = -1;
  tokens.forEach((token, index) => {
    if (token === "") return;
    if (timingSafeEqual(digest(token), givenDigest) && tokenIndex === -1) tokenIndex = index;
  });
  return tokenIndex === -1 ? { ok: false } : { ok: true, challenge, tokenIndex };
}
