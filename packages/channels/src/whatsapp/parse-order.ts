import type { Content } from "@onethread/core";
import { orderOf } from "../meta/parse-order-lines.ts";
import { arrayAt, idAt, type Json, textAt } from "../meta/read-keys.ts";

const keys = { productId: "product_retailer_id", title: "name", price: "item_price", imageUrl: "image_url" };

/** A cart; it is final, a change is a new order. Prices are numbers in major units. */
export function orderContent(order: Json | null): Content {
  if (order === null) return { kind: "unsupported", text: null, platformType: "order" };
  return { kind: "order", text: textAt(order, "text"), order: orderOf(arrayAt(order, "product_items"), keys, idAt(order, "catalog_id")) };
}
