/**
 * JSON as Meta writes it: everything beyond ASCII as `\uXXXX` with lower-case digits, slashes as `\/`. The signature is
 * over these bytes, so whoever signs a parsed and rewritten body is found out.
 * Source: https://developers.facebook.com/docs/graph-api/webhooks/getting-started (read November 2026)
 */
export function serialise(body: unknown): string {
  // In JSON a slash and a character beyond ASCII can only stand inside a text.
  return JSON.stringify(body)
    .replaceAll("/", "\\/")
    .replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
