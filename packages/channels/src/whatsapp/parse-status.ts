import { type ItemOutcome, type ReceiptStatus, receiptStatuses, type StatusEvent } from "@onethread/core";
import { errorText } from "../meta/graph-error.ts";
import { events, skipped } from "../meta/parsed-item.ts";
import { arrayAt, idAt, isObject, type Json, requireId, requireText, requireTime } from "../meta/read-keys.ts";
import { classifyError } from "./read-response.ts";

const isReceipt = (status: string): status is ReceiptStatus => receiptStatuses.some((known) => known === status);

/**
 * A receipt for a message of the business. `type` comes first: payments and calls report under the same key, and their
 * `status` says nothing about delivery.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/status (2026)
 */
export function readStatus(status: Json): ItemOutcome {
  const type = idAt(status, "type");
  if (type === "payment") return skipped("payment_status_not_handled");
  if (type === "call") return skipped("call_status_not_handled");
  const target = requireId(status, "id");
  const value = requireText(status, "status");
  if (!isReceipt(value)) return skipped("status_unknown");
  const participant = participantOf(status);
  const callbackData = idAt(status, "biz_opaque_callback_data");
  const error = errorOf(status);
  const event: StatusEvent = {
    type: "status",
    target,
    status: value,
    occurredAt: requireTime(status, "timestamp"),
    ...(error ? { error } : {}),
    ...(participant === null ? {} : { participant }),
    ...(callbackData === null ? {} : { callbackData }),
  };
  return events(event);
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
