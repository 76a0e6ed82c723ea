import type { LinkAddress } from "../meta/channel-adapter.ts";

/**
 * A link that opens the Page's thread and tells us the token: as a referral, or inside the first postback of a new one.
 * Source: https://developers.facebook.com/docs/messenger-platform/discovery/m-me-links (2026)
 */
export const handOverLink = (address: LinkAddress, token: string): { url: string } | { unknown: true } => ({
  url: `https://m.me/${encodeURIComponent(address.externalId)}?ref=${encodeURIComponent(token)}`,
});
