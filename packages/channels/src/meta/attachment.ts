import type { AttachmentKind, InboundAttachment } from "@onethread/core";

/** An attachment with everything a platform did not tell left empty. */
export const attachment = (kind: AttachmentKind, known: Partial<InboundAttachment>): InboundAttachment => ({
  kind,
  source: null,
  mime: null,
  name: null,
  sha256: null,
  platformId: null,
  title: null,
  voice: false,
  sticker: false,
  animated: false,
  expiresAt: null,
  ...known,
});

/** An address on the web. Whether it is one of a platform's own, and so may be fetched, is not for a parser to say. */
export const urlSource = (url: string | null): InboundAttachment["source"] =>
  url !== null && /^https?:\/\//i.test(url) ? { type: "url", url } : null;

/** A SHA-256 as hex; the platform writes it in base64. null when it is none. */
export function sha256Hex(text: string | null): string | null {
  if (text === null) return null;
  if (/^[0-9a-f]{64}$/i.test(text)) return text.toLowerCase();
  return /^[A-Za-z0-9+/_-]{43}=?$/.test(text) ? Buffer.from(text, "base64").toString("hex") : null;
}
