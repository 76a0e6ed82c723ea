import type { DeliveryError, ErrorClass, PlatformResponse, SendOutcome } from "@onethread/core";
import type { MediaPlace } from "../meta/channel-adapter.ts";
import { readGraphError } from "../meta/graph-error.ts";
import { arrayAt, idAt, isObject, textAt } from "../meta/read-keys.ts";
import { readSend } from "../meta/read-send-response.ts";

/**
 * WhatsApp's error codes. `wait` in milliseconds marks those worth a retry; the caller lets it grow.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes (2026)
 */
type Row = { class: ErrorClass; wait?: number; codes: readonly number[] };

const rows: readonly Row[] = [
  { class: "token_broken", codes: [0, 190] },
  // Permission or capability missing, number not registered: an admin has to connect the number again.
  { class: "token_broken", codes: [3, 10, 131005, 131045, 133010] },
  // Limits of the app, the business account and the number.
  { class: "retry_after", wait: 5_000, codes: [4, 80007, 130429] },
  // Too many to this person: one message in 6 seconds is allowed.
  { class: "retry_after", wait: 6_000, codes: [131056] },
  // Generic and temporary failures.
  { class: "retry_after", wait: 4_000, codes: [1, 131000, 135000, 2, 131016, 133004] },
  // The number is being moved to a higher throughput, which takes up to a minute.
  { class: "retry_after", wait: 60_000, codes: [131057] },
  { class: "limit", codes: [133016, 131048, 131049, 131064] },
  { class: "policy", codes: [368, 131031, 130497, 131037, 131042, 131044, 130472, 131063, 132015, 132016] },
  { class: "our_bug", codes: [33, 100, 131008, 131009, 131021, 131051, 131052, 131053] },
  { class: "our_bug", codes: [132000, 132001, 132005, 132007, 132008, 132012, 132068] },
  { class: "invalid_recipient", codes: [131026, 131030, 131062, 137000] },
  { class: "window_closed", codes: [131047] },
  { class: "consent_withdrawn", codes: [131050] },
];

const table = new Map(rows.flatMap((row) => row.codes.map((code) => [String(code), row] as const)));

const rowOf = (code: string): Row | undefined => {
  const known = table.get(code);
  if (known) return known;
  // 200 to 299 are all permissions.
  return /^2\d\d$/.test(code) ? { class: "token_broken", codes: [] } : undefined;
};

export const classifyError = (code: string, _subcode: string | null, message: string): DeliveryError => ({
  code,
  class: rowOf(code)?.class ?? "unknown",
  message,
});

/** How long to wait before a retry, in milliseconds; null when a retry is pointless. */
const retryWait = (code: string): number | null => rowOf(code)?.wait ?? null;

/** A 200 means accepted, not sent: failures come later as statuses. */
export const readSendResponse = (response: PlatformResponse): SendOutcome =>
  readSend(response, {
    idOf: (body) => idAt(isObject(body) ? arrayAt(body, "messages").find(isObject) : null, "id"),
    classify: ({ code, subcode, message }) => classifyError(code, subcode, message),
    waitFor: ({ code }) => retryWait(code),
    // An error in the answer means that the message was not taken.
    mayHaveGoneOut: () => false,
  });

export function readMediaPlace(response: PlatformResponse): MediaPlace {
  const error = readGraphError(response.body);
  // 100 and 33: no such object, or not any more: media of webhooks live 7 days. 190: the token is broken.
  if (error) return error.code === "100" || error.code === "33" ? { kind: "gone", code: error.code } : { kind: "refused", code: error.code };
  const url = isObject(response.body) ? textAt(response.body, "url") : null;
  if (response.status !== 200 || url === null || !isObject(response.body)) return { kind: "refused", code: `http_${response.status}` };
  return { kind: "found", url, mime: textAt(response.body, "mime_type"), sha256: idAt(response.body, "sha256") };
}
