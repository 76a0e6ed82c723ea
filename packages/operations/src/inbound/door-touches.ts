import { identityKeyText, rulesFor, strongestKey } from "@onethread/core";
import { type DoorTouch, noTouch } from "@onethread/db/write";
import type { Unit } from "./route-items.ts";

/** What an event says about the door it came through: window, receipts, who holds the thread, consent. */
export function doorTouch({ event, account }: Unit): DoorTouch | null {
  if (!("customer" in event)) return null;
  const touch: DoorTouch = {
    ...noTouch,
    workspace_id: account.workspaceId,
    channel_account_id: account.id,
    address: identityKeyText(strongestKey(event.customer.keys)),
  };
  if (event.type === "watermark") {
    const at = new Date(event.watermark).toISOString();
    return event.status === "read" ? { ...touch, read_watermark: at } : { ...touch, delivered_watermark: at };
  }
  if (!("occurredAt" in event)) return null;
  const at = new Date(event.occurredAt).toISOString();
  const window = rulesFor(event, account.channel).window ? { last_inbound_at: at } : {};
  const holder = holderOf(event);
  const held = holder === undefined ? {} : { held_by: holder, held_at: at };
  const asked =
    event.type === "occurrence" && event.consent
      ? { marketing: event.consent.granted ? ("granted" as const) : ("withdrawn" as const), marketing_at: at }
      : {};
  const said = { ...window, ...held, ...asked };
  return Object.keys(said).length === 0 ? null : { ...touch, ...said };
}

/** Live words of a customer reach only who holds the thread; in standby we only overhear. undefined: nothing is told. */
function holderOf(event: Unit["event"]): string | null | undefined {
  if (event.type === "occurrence") return event.name === "thread_control" ? event.heldBy : undefined;
  if (event.type !== "message" || event.direction !== "inbound" || event.source === "history") return undefined;
  return event.source === "standby" ? "another_app" : null;
}
