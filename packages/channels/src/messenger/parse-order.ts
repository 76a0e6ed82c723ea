import type { ItemOutcome } from "@onethread/core";
import { type MessagingContext, partiesOf } from "../meta/messaging/context.ts";
import { orderOf } from "../meta/parse-order-lines.ts";
import { events } from "../meta/parsed-item.ts";
import { arrayAt, idAt, isObject, type Json, requireObject, requireTime, textAt } from "../meta/read-keys.ts";
import { syntheticId } from "../meta/synthetic-id.ts";

const lineKeys = { productId: "retailer_id", title: "name", price: "unit_price", imageUrl: "image_url" };

/** A cart sent from the Page's shop; it has no id of its own. */
export function readOrder(event: Json, context: MessagingContext): ItemOutcome {
  const order = requireObject(event, "order");
  const { customer } = partiesOf(event, context);
  const occurredAt = requireTime(event, "timestamp");
  const products = arrayAt(order, "products");
  const productIds = products.map((line) => (isObject(line) ? idAt(line, "product_id") : null));
  return events({
    type: "message",
    direction: "inbound",
    externalId: syntheticId("order", context.channel, context.accountId, customer.keys[0]?.value, occurredAt, ...productIds),
    occurredAt,
    source: context.source,
    customer,
    content: { kind: "order", text: textAt(order, "note"), order: orderOf(products, lineKeys, null) },
  });
}
