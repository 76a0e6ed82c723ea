import type { LinkAddress } from "../meta/channel-adapter.ts";

/**
 * A link that opens WhatsApp with a text to send; the token rides in the text, because wa.me carries nothing else.
 * Source: https://faq.whatsapp.com/5913398998672934 (wa.me with digits only, read November 2026)
 */
export function handOverLink(address: LinkAddress, token: string): { url: string } | { unknown: true } {
  const digits = address.displayPhoneNumber?.replace(/\D/g, "") ?? "";
  if (digits.length < 5) return { unknown: true };
  const text = `Hello! I would like to continue our chat here. My code: ${token}`;
  return { url: `https://wa.me/${digits}?text=${encodeURIComponent(text)}` };
}
