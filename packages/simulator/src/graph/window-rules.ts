import type { ChannelName } from "../config.ts";
import { type GraphFailure, graphFailures } from "./graph-failures.ts";

const hour = 60 * 60 * 1000;
/**
 * How long a business may answer freely.
 * Source: https://developers.facebook.com/docs/messenger-platform/policy/policy-overview (2026)
 */
const window = 24 * hour;
/**
 * How long a human may answer with the tag.
 * Source: https://developers.facebook.com/docs/messenger-platform/send-messages/message-tags (2026)
 */
const humanWindow = 7 * 24 * hour;

export type WindowQuestion = {
  channel: ChannelName;
  /** When the person last opened the window; null: never. */
  openedAt: number | null;
  now: number;
  humanAgent: boolean;
};

/** Why a free text may not be sent now; null when it may. */
export function windowFailure({ channel, openedAt, now, humanAgent }: WindowQuestion): GraphFailure | null {
  const allowed = humanAgent && channel !== "whatsapp" ? humanWindow : window;
  if (openedAt !== null && now - openedAt <= allowed) return null;
  return graphFailures.windowClosed[channel];
}
