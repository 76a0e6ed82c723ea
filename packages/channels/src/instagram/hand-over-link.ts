import type { LinkAddress } from "../meta/channel-adapter.ts";

/**
 * A link that opens the account's thread and tells us the token as a referral.
 * Source: https://developers.facebook.com/docs/messenger-platform/instagram/features/ig-me-links (2026)
 */
export function handOverLink(address: LinkAddress, token: string): { url: string } | { unknown: true } {
  const username = address.username?.replace(/^@/, "") ?? "";
  if (username === "") return { unknown: true };
  return { url: `https://ig.me/m/${encodeURIComponent(username)}?ref=${encodeURIComponent(token)}` };
}
