import type { ChannelLimits } from "../meta/channel-adapter.ts";

const hour = 60 * 60 * 1000;

/** Numbers read in Meta's documentation between March and November 2026; README.md names the page of each. */
export const limits: ChannelLimits = {
  // https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/text-messages (2026)
  text: { max: 4096, unit: "characters" },
  // https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages (2026)
  windowMs: 24 * hour,
  // Ours: below this the desk warns.
  closingMs: 2 * hour,
  // WhatsApp has no tag for late human answers; only templates open a closed window.
  humanAgentMs: null,
  // https://developers.facebook.com/documentation/business-messaging/whatsapp/throughput (2026): 80 messages a second
  perSecond: 80,
  // https://developers.facebook.com/documentation/business-messaging/whatsapp/about-the-platform (2026): one message
  // in 6 seconds to the same person, bursts up to 45
  pair: { everyMs: 6_000, burst: 45 },
};

/** Characters as Unicode counts them: an emoji outside the basic plane is one. */
export const measureText = (text: string): number => [...text].length;
