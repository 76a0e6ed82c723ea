import type { ChannelLimits } from "../meta/channel-adapter.ts";

const hour = 60 * 60 * 1000;
const mb = 1024 * 1024;

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
  allowed: {
    open: ["text", "media", "interactive", "template", "reaction"],
    closing: ["text", "media", "interactive", "template", "reaction"],
    human_agent: [],
    template_only: ["template"],
    blocked: [],
  },
  startsByTemplate: true,
  pacing: [
    // https://developers.facebook.com/documentation/business-messaging/whatsapp/throughput (2026): 80 messages a second;
    // 20 for numbers shared with the phone app. How Meta counts a second is not said: a small burst keeps any second
    // within a tenth above.
    { per: "account", of: "all", count: 80, everyMs: 1_000, burst: 8 },
    { per: "account", of: "all", count: 20, everyMs: 1_000, burst: 2, only: "coexistence" },
    // https://developers.facebook.com/documentation/business-messaging/whatsapp/about-the-platform (2026): one message
    // in 6 seconds to the same person, bursts up to 45
    { per: "pair", of: "all", count: 1, everyMs: 6_000, burst: 45 },
  ],
  // https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media
  // (11 December 2025). Documents take any type up to 100 MB; those that the page lists are shown with an icon.
  files: {
    image: { maxBytes: 5 * mb, mimes: ["image/jpeg", "image/png"], names: "JPEG and PNG" },
    video: { maxBytes: 16 * mb, mimes: ["video/mp4", "video/3gpp"], names: "MP4 and 3GPP" },
    audio: {
      maxBytes: 16 * mb,
      mimes: ["audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg"],
      names: "AAC, AMR, MP3, M4A and OGG (Opus)",
    },
    file: { maxBytes: 100 * mb, mimes: null, names: "all" },
    // Animated ones; 100 KB when it stands still.
    sticker: { maxBytes: 500 * 1024, mimes: ["image/webp"], names: "WebP" },
  },
};

/** Source: as for files. */
export const stillStickerBytes = 100 * 1024;

/** Characters as Unicode counts them: an emoji outside the basic plane is one. */
export const measureText = (text: string): number => [...text].length;
