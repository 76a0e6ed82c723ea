import { createHmac } from "node:crypto";

/** A body as Meta sends it: escapes in lower-case hex, slashes escaped; and its signature over those bytes. */
export function signed(body: unknown, secret: string): { body: Uint8Array; signature: string } {
  const text = (typeof body === "string" ? body : JSON.stringify(body))
    .replaceAll("/", "\\/")
    .replaceAll(/[\u0080-\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
  const bytes = Buffer.from(text);
  return { body: bytes, signature: `sha256=${createHmac("sha256", secret).update(bytes).digest("hex")}` };
}
