import type { Channel } from "./identity.ts";

export type DoorFacts = {
  channel: Channel;
  /** Web chat: when the person last had the chat open. */
  lastSeenAt?: number | null | undefined;
  /** Last time the customer opened the window here, by the platform's clock; null: never. Milliseconds, as all times. */
  lastInboundAt: number | null;
  accountState: "connecting" | "active" | "degraded" | "disabled";
  hasAccessToken: boolean;
  /** What was last proven about the account's health, e.g. a broken token; null when nothing blocks. */
  blockedBy: string | null;
  /** What the platform said of the account: it lets nothing out, until when (null: until it says otherwise). */
  blockedReason?: string | null | undefined;
  blockedUntil?: number | null | undefined;
  /** Until when messages cost nothing because the customer came by an ad. It opens no window. */
  freeUntil?: number | null | undefined;
  /** The customer's word on marketing; null: none was given. */
  marketing?: "granted" | "withdrawn" | null | undefined;
  /** Until when the platform lets no more marketing through to this person. */
  cappedUntil?: number | null | undefined;
  /** The other app that holds the thread now; null: nobody or we. */
  heldBy?: string | null | undefined;
};

export type SendKind = "text" | "media" | "interactive" | "template" | "reaction";
export type SendState = "open" | "closing" | "template_only" | "human_agent" | "blocked";

export type WindowLimits = {
  windowMs: number;
  closingMs: number;
  humanAgentMs: number | null;
  /** What the channel takes in each state; nothing in `template_only` means that it has no templates. */
  allowed: Record<SendState, readonly SendKind[]>;
  /** Whether a template may be the very first message to a person who never wrote. */
  startsByTemplate: boolean;
};

export type Sendability = {
  state: SendState;
  reason: string | null;
  /** When this state ends; null: not by time. */
  expiresAt: number | null;
  allowed: SendKind[];
  /** Why marketing templates stay out, everything else being free to go; null: they may go. */
  marketing: { reason: "marketing_opted_out" | "marketing_capped"; until: number | null } | null;
  /** Whether writing takes the thread from the app that holds it now, by a call of its own before the message. */
  takesControl: boolean;
  /** Until when messages cost nothing here; null: no such time runs. */
  freeUntil: number | null;
};

type Verdict = Pick<Sendability, "state" | "reason" | "expiresAt">;

/** Whether, how and until when a person may write through a door. Times in milliseconds. */
export function sendability(facts: DoorFacts, limits: WindowLimits, now: number): Sendability {
  const held = isHeld(facts);
  const verdict = judge(facts, limits, now);
  const speaks = verdict.state !== "blocked";
  return {
    ...verdict,
    // The window says more than who holds the thread, where it says anything.
    reason: verdict.reason ?? (held ? "held_by_other_app" : null),
    allowed: [...limits.allowed[verdict.state]],
    marketing: marketing(facts, now),
    takesControl: held && speaks,
    freeUntil: facts.freeUntil && facts.freeUntil > now ? facts.freeUntil : null,
  };
}

function judge(facts: DoorFacts, limits: WindowLimits, now: number): Verdict {
  if (facts.accountState === "disabled") return blocked("channel_disabled");
  if (facts.channel === "webchat") return judgeVisit(facts, limits, now);
  if (!facts.hasAccessToken) return blocked("no_access_token");
  if (facts.blockedBy) return blocked(facts.blockedBy);
  const until = facts.blockedUntil ?? null;
  if (facts.blockedReason && (until === null || now < until)) return { ...blocked(facts.blockedReason), expiresAt: until };
  if (facts.lastInboundAt === null) return closed("never_wrote_here", limits, limits.startsByTemplate);
  const end = facts.lastInboundAt + limits.windowMs;
  if (now < end) return { state: end - now < limits.closingMs ? "closing" : "open", reason: null, expiresAt: end };
  const late = limits.humanAgentMs === null ? 0 : facts.lastInboundAt + limits.humanAgentMs;
  if (now < late) return { state: "human_agent", reason: "window_closed", expiresAt: late };
  return closed("window_closed", limits, true);
}

/** A visitor can be written to as long as they may come by again. Who never came by has nowhere to read it. */
function judgeVisit({ lastInboundAt, lastSeenAt = null }: DoorFacts, limits: WindowLimits, now: number): Verdict {
  if (lastInboundAt === null && lastSeenAt === null) return blocked("never_wrote_here");
  const end = Math.max(lastInboundAt ?? 0, lastSeenAt ?? 0) + limits.windowMs;
  if (now >= end) return blocked("visitor_gone");
  return { state: end - now < limits.closingMs ? "closing" : "open", reason: null, expiresAt: end };
}

const blocked = (reason: string): Verdict => ({ state: "blocked", reason, expiresAt: null });

/** Outside the window only templates go, where the channel has them. */
const closed = (reason: string, limits: WindowLimits, byTemplate: boolean): Verdict =>
  byTemplate && limits.allowed.template_only.length > 0 ? { state: "template_only", reason, expiresAt: null } : blocked(reason);

function marketing(facts: DoorFacts, now: number): Sendability["marketing"] {
  if (facts.marketing === "withdrawn") return { reason: "marketing_opted_out", until: null };
  if (facts.cappedUntil && facts.cappedUntil > now) return { reason: "marketing_capped", until: facts.cappedUntil };
  return null;
}

/** On WhatsApp the message itself takes the thread; elsewhere it has to be taken first. */
const isHeld = (facts: DoorFacts): boolean => Boolean(facts.heldBy) && (facts.channel === "messenger" || facts.channel === "instagram");

export const maySendText = (state: Sendability["state"]): boolean => state === "open" || state === "closing" || state === "human_agent";
