import type { ChannelLimits } from "../meta/channel-adapter.ts";

const hour = 60 * 60 * 1000;
const mb = 1024 * 1024;

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
  allowed: {
    open: ["text", "media", "interactive", "reaction"],
    closing: ["text", "media", "interactive", "reaction"],
    human_agent: ["text", "media"],
    template_only: [],
    blocked: [],
  },
  startsByTemplate: false,
  // https://developers.facebook.com/docs/instagram-platform/overview#rate-limiting (2026); live comments allow more.
  // A small burst keeps any second within a tenth above.
  pacing: [
    { per: "account", of: "text", count: 100, everyMs: 1_000, burst: 10 },
    { per: "account", of: "audio_video", count: 10, everyMs: 1_000, burst: 10 },
    { per: "account", of: "private_reply", count: 750, everyMs: hour, burst: 750 },
  ],
  // https://developers.facebook.com/documentation/business-messaging/instagram-messaging/features/attachment-upload (1 April 2026)
  files: {
    image: { maxBytes: 8 * mb, mimes: ["image/png", "image/jpeg", "image/gif"], names: "PNG, JPEG and GIF" },
    video: {
      maxBytes: 25 * mb,
      mimes: ["video/mp4", "video/ogg", "video/x-msvideo", "video/avi", "video/quicktime", "video/webm"],
      names: "MP4, OGG, AVI, MOV and WebM",
    },
    audio: {
      maxBytes: 25 * mb,
      mimes: ["audio/aac", "audio/mp4", "audio/x-m4a", "audio/m4a", "audio/wav", "audio/x-wav", "audio/wave", "audio/vnd.wave"],
      names: "AAC, M4A, WAV and MP4",
    },
    file: { maxBytes: 25 * mb, mimes: ["application/pdf"], names: "PDF" },
  },
};

const encoder = new TextEncoder();

/** Bytes of UTF-8. */
export const measureText = (text: string): number => encoder.encode(text).length;
