import { channelRules } from "@onethread/channels";
import { sendability, toTypeId } from "@onethread/core";
import type { Door } from "@onethread/core/api";
import type { DoorRow } from "@onethread/db/read";

/** The doors as the API shows them; the first is the one the customer used last. */
export function toDoor(row: DoorRow, isFirst: boolean, now: Date): Door {
  const limits = limitsOf(row);
  const state = doorState(row, now);
  return {
    id: `${toTypeId("identity", row.identityId)}.${toTypeId("channelAccount", row.channelAccountId)}`,
    channel: row.channel,
    channelAccountId: toTypeId("channelAccount", row.channelAccountId),
    channelAccountName: row.channelAccountName,
    identityId: toTypeId("identity", row.identityId),
    address: row.kind === "wa_phone" ? `+${row.value}` : (row.displayName ?? row.value),
    state: state.state,
    reason: state.reason,
    expiresAt: isoOf(state.expiresAt),
    allowed: state.allowed,
    heldBy: row.heldBy,
    takesControl: state.takesControl,
    freeUntil: isoOf(state.freeUntil),
    marketing: state.marketing && { reason: state.marketing.reason, until: isoOf(state.marketing.until) },
    consent: row.marketing && { marketing: row.marketing, at: row.marketingAt?.toISOString() ?? null },
    isDefault: isFirst && row.lastInboundAt !== null,
    textLimit: limits.text,
  };
}

const isoOf = (time: number | null): string | null => (time === null ? null : new Date(time).toISOString());

const limitsOf = (row: DoorRow) => channelRules[row.channel].limits;

export function doorState(row: DoorRow, now: Date) {
  const facts = {
    channel: row.channel,
    lastInboundAt: row.lastInboundAt?.getTime() ?? null,
    lastSeenAt: row.lastSeenAt?.getTime() ?? null,
    accountState: row.accountState,
    hasAccessToken: row.accessToken !== null,
    // Only what is proven blocks: a broken token, a restriction.
    blockedBy: row.lastErrorClass === "token_broken" ? "token_broken" : null,
    blockedReason: row.blockedReason,
    blockedUntil: row.blockedUntil?.getTime() ?? null,
    freeUntil: row.freeUntil?.getTime() ?? null,
    marketing: row.marketing,
    cappedUntil: row.cappedUntil?.getTime() ?? null,
    heldBy: row.heldBy,
  };
  return sendability(facts, limitsOf(row), now.getTime());
}
