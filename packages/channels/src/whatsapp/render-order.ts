import type { Interactive } from "@onethread/core";
import { given } from "../meta/graph-call.ts";

type Details = Extract<Interactive, { type: "order_details" }>;
type Status = Extract<Interactive, { type: "order_status" }>;

/** Amounts are in hundredths in both countries that have payments. */
const money = (value: number): { value: number; offset: number } => ({ value, offset: 100 });

/**
 * A bill to pay in the chat. WhatsApp refuses one whose total is not subtotal + tax + shipping - discount, so it is
 * worked out here.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/pg and
 * …/payments/payments-br/orders (2026)
 */
export function orderDetails(order: Details): Record<string, unknown> {
  const subtotal = order.items.reduce((sum, item) => sum + item.amount * item.quantity, 0);
  return {
    name: "review_and_pay",
    parameters: {
      reference_id: order.reference,
      type: `${order.goods}-goods`,
      ...(order.country === "BR" ? { payment_type: "br" } : {}),
      payment_settings: order.paymentSettings,
      currency: order.currency,
      total_amount: money(subtotal + order.tax + order.shipping - order.discount),
      order: {
        status: "pending",
        items: order.items.map(({ productId, name, quantity, amount }) => ({ retailer_id: productId, name, amount: money(amount), quantity })),
        subtotal: money(subtotal),
        tax: money(order.tax),
        ...(order.shipping === 0 ? {} : { shipping: money(order.shipping) }),
        ...(order.discount === 0 ? {} : { discount: money(order.discount) }),
      },
    },
  };
}

/** Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-br/orders (2026) */
export const orderStatus = ({ reference, status, description }: Status): Record<string, unknown> => ({
  name: "review_order",
  parameters: { reference_id: reference, order: given({ status, description }) },
});
