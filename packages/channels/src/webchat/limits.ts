import type { ChannelLimits } from "../meta/channel-adapter.ts";

const hour = 60 * 60 * 1000;
const mb = 1024 * 1024;
const everything = ["text", "media", "interactive"] as const;

/** Nobody else's rules: what a visitor's page shows well and what keeps one visitor from costing the others. */
export const limits: ChannelLimits = {
  // Ours: as long as Messenger's, so that a thread that moves there is not cut.
  text: { max: 2000, unit: "characters" },
  // Ours: who was not on the site for 30 days hardly ever comes back to read an answer there.
  windowMs: 30 * 24 * hour,
  // Ours: below this the desk warns.
  closingMs: 2 * hour,
  humanAgentMs: null,
  allowed: { open: everything, closing: everything, human_agent: [], template_only: [], blocked: [] },
  startsByTemplate: false,
  // Ours: nothing is called, so that this only stops a program that has gone wrong.
  pacing: [{ per: "pair", of: "all", count: 20, everyMs: 1_000, burst: 100 }],
  // Ours: what a phone loads without giving up.
  files: {
    image: { maxBytes: 16 * mb, mimes: ["image/"], names: "pictures" },
    video: { maxBytes: 64 * mb, mimes: ["video/"], names: "videos" },
    audio: { maxBytes: 16 * mb, mimes: ["audio/"], names: "sounds" },
    file: { maxBytes: 32 * mb, mimes: null, names: "all" },
  },
};

/** Characters as Unicode counts them: an emoji outside the basic plane is one. */
export const measureText = (text: string): number => [...text].length;
