import type { Shown } from "../world/shown.ts";
import { isRecord, type Wire } from "./graph-answer.ts";
import { graphFailures } from "./graph-failures.ts";
import { refuse, whatsappField } from "./refusal.ts";

const money = (value: unknown): number => (isRecord(value) && typeof value.value === "number" ? value.value : 0);

/**
 * A bill. The total has to be subtotal + tax + shipping - discount.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/pg (2026)
 */
export function readOrder(action: Wire): Shown {
  const parameters = whatsappField.record(action.parameters, "parameters");
  const order = whatsappField.record(parameters.order, "order");
  const currency = whatsappField.text(parameters.currency, "currency", { max: 3 }) ?? "";
  const reference = whatsappField.text(parameters.reference_id, "reference_id", { max: parameters.payment_type === "br" ? 60 : 35 }) ?? "";
  const items = whatsappField.list(order.items, "items", 999);
  const total = money(parameters.total_amount);
  const sum = money(order.subtotal) + money(order.tax) + money(order.shipping) - money(order.discount);
  if (total !== sum) refuse(graphFailures.value("total_amount is not the sum of subtotal, tax and shipping less discount"));
  const shown = (amount: number): string => `${(amount / 100).toFixed(2)} ${currency}`;
  return {
    label: `🧾 Order ${reference}`,
    lines: [...items.map((item) => `${Number(item.quantity)} × ${String(item.name)}, ${shown(money(item.amount))}`), `Total ${shown(total)}`],
    choices: [{ key: "c0", does: "pay", title: "Review and pay", value: reference, description: `${currency} ${total}` }],
  };
}

export function readOrderStatus(action: Wire): Shown {
  const parameters = whatsappField.record(action.parameters, "parameters");
  const reference = whatsappField.text(parameters.reference_id, "reference_id", { max: 60 }) ?? "";
  const order = whatsappField.record(parameters.order, "order");
  const status = whatsappField.text(order.status, "order['status']", { max: 30 }) ?? "";
  return { label: `🧾 Order ${reference}: ${status}`, lines: typeof order.description === "string" ? [order.description] : [] };
}
