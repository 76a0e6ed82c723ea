import type { ItemOutcome, StatusEvent } from "@onethread/core";
import { eventTime } from "../meta/event-time.ts";
import { type MessagingContext, partiesOf } from "../meta/messaging/context.ts";
import { events } from "../meta/parsed-item.ts";
import { arrayAt, type Json, requireObject, requireTime } from "../meta/read-keys.ts";

/**
 * Delivered up to a watermark, some messages also by name. The event itself may have no timestamp.
 * Source: https://developers.facebook.com/docs/messenger-platform/reference/webhook-events/message-deliveries (2026)
 */
export function readDelivery(event: Json, context: MessagingContext): ItemOutcome {
  const delivery = requireObject(event, "delivery");
  const { customer } = partiesOf(event, context);
  const watermark = requireTime(delivery, "watermark", "delivery.watermark");
  const occurredAt = eventTime(event.timestamp) ?? watermark;
  const mids = arrayAt(delivery, "mids").filter((mid) => typeof mid === "string" && mid !== "");
  const named = mids.map((mid): StatusEvent => ({ type: "status", target: mid as string, status: "delivered", occurredAt }));
  return events({ type: "watermark", status: "delivered", watermark, customer }, ...named);
}

/** Everything sent to this person at or before the watermark was read. */
export function readRead(event: Json, context: MessagingContext): ItemOutcome {
  const watermark = requireTime(requireObject(event, "read"), "watermark", "read.watermark");
  const { customer } = partiesOf(event, context);
  return events({ type: "watermark", status: "read", watermark, customer });
}
