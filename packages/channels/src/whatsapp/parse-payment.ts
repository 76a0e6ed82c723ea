import type { ItemOutcome } from "@onethread/core";
import { amountText, fromMinor } from "../meta/decimal.ts";
import { events } from "../meta/parsed-item.ts";
import { idAt, type Json, objectAt, requireId, requireObject, requireText, requireTime } from "../meta/read-keys.ts";
import { syntheticId } from "../meta/synthetic-id.ts";
import type { MessageContext } from "./parse-message.ts";
import { recipientFields, senderAt } from "./parse-sender.ts";

/**
 * How a payment for an order message stands. It says nothing about the message's delivery, and has to be confirmed by
 * asking the platform before goods go out.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/pg (21 May 2026)
 */
export function readPayment(status: Json, context: MessageContext): ItemOutcome {
  const customer = senderAt(status, recipientFields, context.contacts, context.wabaId);
  const payment = requireObject(status, "payment");
  const reference = requireId(payment, "reference_id", "payment.reference_id");
  const state = requireText(status, "status");
  const transaction = objectAt(payment, "transaction");
  const transactionId = idAt(transaction, "id");
  const currency = idAt(payment, "currency");
  const total = objectAt(payment, "amount");
  const amount = fromMinor(total?.value, total?.offset);
  return events({
    type: "occurrence",
    name: "payment",
    externalId: syntheticId("payment", reference, transactionId, state),
    occurredAt: requireTime(status, "timestamp"),
    source: context.source,
    customer,
    data: {
      reference,
      status: state,
      amount: amount === null ? null : amountText(amount, currency),
      currency,
      method: idAt(objectAt(transaction, "method"), "type"),
      provider: idAt(transaction, "type"),
      transactionId,
      error: idAt(objectAt(transaction, "error"), "code"),
      target: idAt(status, "id"),
    },
  });
}
