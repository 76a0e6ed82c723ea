import { createHmac, timingSafeEqual } from "node:crypto";

const form = /^sha256=([0-9a-f]{64})$/;

/**
 * Verifies `X-Hub-Signature-256` (HMAC-SHA256 over the raw bytes, key = app secret) and answers the index of the
 * secret that matched, or null. Never throws: the header comes from strangers. Every secret is tried, so the time
 * does not tell which one matched.
 * Source: https://developers.facebook.com/docs/graph-api/webhooks/getting-started (read November 2026)
 */
export function verifySignature(raw: Uint8Array, header: string | null | undefined, secrets: readonly string[]): number | null {
  const digest = header?.match(form)?.[1];
  if (digest === undefined) return null;
  const given = Buffer.from(digest, "hex");
  let matched: number | null = null;
  secrets.forEach((secret, index) => {
    // An empty secret would let everybody sign.
    if (secret === "") return;
    const expected = createHmac("sha256", secret).update(raw).digest();
    if (timingSafeEqual(expected, given) && matched === null) matched = index;
  });
  return matched;
}

/**
 * Why no secret matched, for who sets the webhook up. `another_app`: another app that is known here (`others`, its
 * secrets) signed it.
 */
export type RefusedSignature = "missing" | "malformed" | "not_set" | "another_app" | "wrong";
export function explainSignature(
  raw: Uint8Array,
  header: string | null | undefined,
  secrets: readonly string[],
  others: readonly string[],
): RefusedSignature {
  if (!header) return "missing";
  if (!form.test(header)) return "malformed";
  if (!secrets.some((secret) => secret !== "")) return "not_set";
  return verifySignature(raw, header, others) === null ? "wrong" : "another_app";
}
