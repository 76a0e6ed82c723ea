import type { ItemOutcome } from "@onethread/core";
import { type MessagingContext, partiesOf } from "../meta/messaging/context.ts";
import { events } from "../meta/parsed-item.ts";
import { type Json, requireObject, requireTime, textAt } from "../meta/read-keys.ts";
import { syntheticId } from "../meta/synthetic-id.ts";

/** A cart sent from the Page's shop; it has no id of its own. */
export function readOrder(event: Json, context: MessagingContext): ItemOutcome {
  const order = requireObject(event, "order");
  const { customer } = partiesOf(event, context);
  const occurredAt = requireTime(event, "timestamp");
  return events({
    type: "message",
    direction: "inbound",
    externalId: syntheticId("order", context.channel, context.accountId, customer.keys[0]?.value, occurredAt, JSON.stringify(order.products ?? null)),
    occurredAt,
    source: context.source,
    customer,
    content: { kind: "unsupported", platformType: "order", text: textAt(order, "note") },
  });
}
