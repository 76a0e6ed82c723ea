import type { ChannelLimits } from "../meta/channel-adapter.ts";

const hour = 60 * 60 * 1000;

/** Numbers read in Meta's documentation between March and November 2026; README.md names the page of each. */
export const limits: ChannelLimits = {
  // https://developers.facebook.com/docs/messenger-platform/reference/send-api (2026)
  text: { max: 2000, unit: "characters" },
  // https://developers.facebook.com/docs/messenger-platform/policy/policy-overview (2026)
  windowMs: 24 * hour,
  // Ours: below this the desk warns.
  closingMs: 2 * hour,
  // https://developers.facebook.com/docs/messenger-platform/send-messages/message-tags (2026): 7 days, humans only
  humanAgentMs: 7 * 24 * hour,
  // https://developers.facebook.com/docs/messenger-platform/overview/rate-limits (23 March 2026): 300 texts a second
  perSecond: 300,
  pair: null,
};

/** Characters as Unicode counts them: an emoji outside the basic plane is one. */
export const measureText = (text: string): number => [...text].length;
