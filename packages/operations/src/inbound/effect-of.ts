import { identityKeyText, storable, strongestKey } from "@onethread/core";
import type { EffectRow } from "@onethread/db/write";
import type { Unit } from "./route-items.ts";

/** What an event does to a message by its external id, as a member of that message's set of effects. */
export function effectOf({ event, account, receivedAt }: Unit): EffectRow | null {
  if (!("target" in event)) return null;
  const row = {
    workspace_id: account.workspaceId,
    channel_account_id: account.id,
    target: event.target,
    occurred_at: new Date(event.occurredAt).toISOString(),
    received_at: receivedAt.toISOString(),
  };
  switch (event.type) {
    case "status": {
      const key = event.participant ? `${event.status}|${event.participant}` : event.status;
      return {
        ...row,
        kind: "status",
        key,
        data: { error: event.error ?? null, callbackData: event.callbackData ?? null, freeUntil: event.freeUntil ?? null },
      };
    }
    case "edit":
      return {
        ...row,
        kind: "edit",
        key: event.editNum === null ? event.eventId : `#${event.editNum}`,
        data: { text: event.text === null ? null : storable(event.text), num: event.editNum },
      };
    case "deletion":
      return { ...row, kind: "deletion", key: "", data: null };
    case "reaction":
      return { ...row, kind: "reaction", key: `${event.by}|${event.eventId}`, data: { by: event.by, emoji: event.emoji } };
    case "read_by_id":
      return { ...row, kind: "read_by_id", key: "", data: { address: identityKeyText(strongestKey(event.customer.keys)) } };
  }
}
