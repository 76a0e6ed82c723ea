import type { ChannelLimits } from "../meta/channel-adapter.ts";

const hour = 60 * 60 * 1000;
const mb = 1024 * 1024;

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
  // Templates: https://developers.facebook.com/documentation/business-messaging/messenger-platform/send-messages/utility-messages
  // (13 March 2026)
  allowed: {
    open: ["text", "media", "interactive", "template", "reaction"],
    closing: ["text", "media", "interactive", "template", "reaction"],
    human_agent: ["text", "media", "template"],
    template_only: ["template"],
    blocked: [],
  },
  // A Page-scoped id exists only for somebody who got in touch; a mere commenter is not reached by a utility message.
  startsByTemplate: false,
  // https://developers.facebook.com/docs/messenger-platform/overview/rate-limits (23 March 2026). A small burst keeps any second within a tenth above.
  pacing: [
    { per: "account", of: "text", count: 300, everyMs: 1_000, burst: 30 },
    { per: "account", of: "audio_video", count: 10, everyMs: 1_000, burst: 10 },
    { per: "account", of: "private_reply", count: 750, everyMs: hour, burst: 750 },
  ],
  // https://developers.facebook.com/documentation/business-messaging/messenger-platform/send-messages/saving-assets (22 April 2026)
  files: {
    image: { maxBytes: 8 * mb, mimes: ["image/"], names: "pictures" },
    video: { maxBytes: 25 * mb, mimes: ["video/"], names: "videos" },
    audio: { maxBytes: 25 * mb, mimes: ["audio/"], names: "sounds" },
    file: { maxBytes: 25 * mb, mimes: null, names: "all" },
  },
};

/** Characters as Unicode counts them: an emoji outside the basic plane is one. */
export const measureText = (text: string): number => [...text].length;
