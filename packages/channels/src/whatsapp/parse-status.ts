import { type ItemOutcome, type ReceiptStatus, receiptStatuses, type StatusEvent } from "@onethread/core";
import { eventTime } from "../meta/event-time.ts";
import { errorText } from "../meta/graph-error.ts";
import { events, skipped } from "../meta/parsed-item.ts";
import { arrayAt, idAt, isObject, type Json, objectAt, requireId, requireText, requireTime } from "../meta/read-keys.ts";
import { readCallStatus } from "./parse-call.ts";
import type { MessageContext } from "./parse-message.ts";
import { readPayment } from "./parse-payment.ts";
import { classifyError } from "./read-response.ts";

const isReceipt = (status: string): status is ReceiptStatus => receiptStatuses.some((known) => known === status);

/**
 * A receipt for a message of the business. `type` comes first: payments and calls report under the same key, and their
 * `status` says nothing about delivery.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/status (2026)
 */
export function readStatus(status: Json, context: MessageContext): ItemOutcome {
  const type = idAt(status, "type");
  if (type === "payment") return readPayment(status, context);
  if (type === "call") return readCallStatus(status, context);
  const target = requireId(status, "id");
  const value = requireText(status, "status");
  if (!isReceipt(value)) return skipped("status_unknown");
  const participant = participantOf(status);
  const callbackData = idAt(status, "biz_opaque_callback_data");
  const error = errorOf(status);
  const freeUntil = freeUntilOf(status);
  const event: StatusEvent = {
    type: "status",
    target,
    status: value,
    occurredAt: requireTime(status, "timestamp"),
    ...(error ? { error } : {}),
    ...(participant === null ? {} : { participant }),
    ...(freeUntil === null ? {} : { freeUntil }),
    ...(callbackData === null ? {} : { callbackData }),
  };
  return events(event);
}

/**
 * An ad or a Page's button opens everything for 72 hours once the business answers; the conversation is told only then.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/pricing (2026)
 */
function freeUntilOf(status: Json): number | null {
  const conversation = objectAt(status, "conversation");
  const pricing = objectAt(status, "pricing") ?? objectAt(conversation, "pricing");
  const free = idAt(objectAt(conversation, "origin"), "type") === "referral_conversion" || idAt(pricing, "type") === "free_entry_point";
  return free ? eventTime(conversation?.expiration_timestamp) : null;
}

/** Groups: whose receipt it is. One sample of the documentation spells the key the other way round. */
const participantOf = (status: Json): string | null =>
  idAt(status, "recipient_participant_user_id") ??
  idAt(status, "recipient_participant_id") ??
  idAt(status, "participant_recipient_user_id") ??
  idAt(status, "participant_recipient_id");

function errorOf(status: Json): StatusEvent["error"] {
  const error = arrayAt(status, "errors").find(isObject);
  const code = idAt(error, "code");
  if (error === undefined || code === null) {
    return status.status === "failed" ? classifyError("unknown", null, "The platform gave no reason.") : undefined;
  }
  return classifyError(code, null, errorText(error));
}
