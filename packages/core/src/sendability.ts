import type { Channel } from "./identity.ts";

export type DoorFacts = {
  channel: Channel;
  /** Last time the customer opened the window here, by the platform's clock; null: never. Milliseconds. */
  lastInboundAt: number | null;
  accountState: "connecting" | "active" | "degraded" | "disabled";
  hasAccessToken: boolean;
  /** What was last proven about the account's health, e.g. a broken token; null when nothing blocks. */
  blockedBy: string | null;
};

export type WindowLimits = { windowMs: number; closingMs: number; humanAgentMs: number | null };

export type Sendability = {
  state: "open" | "closing" | "template_only" | "human_agent" | "blocked";
  reason: string | null;
  /** When this state ends; null: not by time. */
  expiresAt: number | null;
  allowed: ("text" | "media" | "interactive" | "template" | "reaction")[];
};

/** Whether, how and until when a person may write through a door. Times in milliseconds. */
export function sendability(facts: DoorFacts, limits: WindowLimits, now: number): Sendability {
  if (facts.accountState === "disabled") return blocked("channel_disabled");
  if (!facts.hasAccessToken) return blocked("no_access_token");
  if (facts.blockedBy) return blocked(facts.blockedBy);
  if (facts.lastInboundAt === null) return closed(facts.channel, "never_wrote_here");
  const end = facts.lastInboundAt + limits.windowMs;
  if (now < end) {
    const state = end - now < limits.closingMs ? "closing" : "open";
    return { state, reason: null, expiresAt: end, allowed: ["text"] };
  }
  const late = limits.humanAgentMs === null ? 0 : facts.lastInboundAt + limits.humanAgentMs;
  if (now < late) return { state: "human_agent", reason: "window_closed", expiresAt: late, allowed: ["text"] };
  return closed(facts.channel, "window_closed");
}

const blocked = (reason: string): Sendability => ({ state: "blocked", reason, expiresAt: null, allowed: [] });

/** Outside the window WhatsApp takes templates; Messenger and Instagram take nothing we can send yet. */
const closed = (channel: Channel, reason: string): Sendability =>
  channel === "whatsapp" ? { state: "template_only", reason, expiresAt: null, allowed: [] } : blocked(reason);

export const maySendText = (state: Sendability["state"]): boolean => state === "open" || state === "closing" || state === "human_agent";
