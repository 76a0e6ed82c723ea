import type { ContentProblem, Interactive } from "@onethread/core";
import { checkText, problem } from "../meta/check-parts.ts";

type Order = Extract<Interactive, { type: "order_details" }>;
const at = "/interactive";

/**
 * Bills exist in two countries, each in its own money.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/pg and
 * …/payments/payments-br/orders (2026)
 */
const countries = { IN: { currency: "INR", reference: 35 }, BR: { currency: "BRL", reference: 60 } } as const;

export function checkOrder({ country, currency, reference, items, tax, shipping, discount }: Order): ContentProblem[] {
  const rules = countries[country];
  const before = items.reduce((sum, item) => sum + item.amount * item.quantity, 0) + tax + shipping;
  return [
    ...checkText(`${at}/reference`, "The reference", reference, rules.reference),
    ...(currency === rules.currency ? [] : problem(`${at}/currency`, `Bills in this country are in ${rules.currency}.`)),
    ...(discount > before ? problem(`${at}/discount`, "The discount is larger than the sum.") : []),
  ];
}
