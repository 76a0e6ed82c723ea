import type { ChannelLimits } from "../meta/channel-adapter.ts";

const hour = 60 * 60 * 1000;

/** Numbers read in Meta's documentation between March and November 2026; README.md names the page of each. */
export const limits: ChannelLimits = {
  // https://developers.facebook.com/docs/instagram-platform/instagram-api-with-instagram-login/messaging-api (2026):
  // 1000 bytes of UTF-8, so an emoji counts four
  text: { max: 1000, unit: "bytes" },
  windowMs: 24 * hour,
  // Ours: below this the desk warns.
  closingMs: 2 * hour,
  // https://developers.facebook.com/docs/messenger-platform/instagram/features/human-agent (2026): 7 days, humans only
  humanAgentMs: 7 * 24 * hour,
  // https://developers.facebook.com/docs/instagram-platform/overview#rate-limiting (2026): 100 texts a second
  perSecond: 100,
  pair: null,
};

const encoder = new TextEncoder();

/** Bytes of UTF-8. */
export const measureText = (text: string): number => encoder.encode(text).length;
