import type { ItemOutcome, OccurrenceEvent, Sender } from "@onethread/core";
import { eventTime } from "../meta/event-time.ts";
import { events, skipped } from "../meta/parsed-item.ts";
import { idAt, type Json, requireId, requireTime } from "../meta/read-keys.ts";
import type { MessageContext } from "./parse-message.ts";
import { fromFields, recipientFields, senderAt, toFields } from "./parse-sender.ts";

/**
 * A call's beginning and its end are one item: the end is the richer form and says how long it took. The beginning says
 * nothing but the direction, whatever told it (offer, ringing, accepted), so that any order gives the same item.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/calling (2026)
 */
export function readCall(call: Json, context: MessageContext): ItemOutcome {
  const inbound = call.direction !== "BUSINESS_INITIATED";
  const customer = senderAt(call, inbound ? fromFields : toFields, context.contacts, context.wabaId);
  const externalId = requireId(call, "id");
  const at = requireTime(call, "timestamp");
  if (call.event !== "terminate") return events(callEvent({ externalId, occurredAt: at, customer, inbound, context, data: {} }));
  const occurredAt = eventTime(call.start_time) ?? at;
  const data = {
    durationSeconds: secondsOf(call.duration),
    status: idAt(call, "status")?.toLowerCase() ?? null,
    endedAt: new Date(eventTime(call.end_time) ?? at).toISOString(),
  };
  return events(callEvent({ externalId, occurredAt, customer, inbound, context, data }));
}

/** A call the business began is ringing, was accepted or was rejected. */
export function readCallStatus(status: Json, context: MessageContext): ItemOutcome {
  if (idAt(status, "id") === null) return skipped("call_status_without_id");
  const customer = senderAt(status, recipientFields, context.contacts, context.wabaId);
  const externalId = requireId(status, "id");
  const occurredAt = requireTime(status, "timestamp");
  return events(callEvent({ externalId, occurredAt, customer, inbound: false, context, data: {} }));
}

type Call = {
  externalId: string;
  occurredAt: number;
  customer: Sender;
  inbound: boolean;
  context: MessageContext;
  data: OccurrenceEvent["data"];
};

const callEvent = ({ externalId, occurredAt, customer, inbound, context, data }: Call): OccurrenceEvent => ({
  type: "occurrence",
  name: "call",
  externalId,
  occurredAt,
  source: context.source,
  customer,
  data: { direction: inbound ? "inbound" : "outbound", ...data },
  // Only a call by the customer starts the 24 hours.
  ...(inbound ? { opensWindow: true } : {}),
});

const secondsOf = (value: unknown): number | null => {
  const seconds = typeof value === "string" && value !== "" ? Number(value) : value;
  return typeof seconds === "number" && Number.isFinite(seconds) && seconds >= 0 ? seconds : null;
};
