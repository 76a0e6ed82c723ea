import type { DeliveryError, ErrorClass } from "@onethread/core";

type Verdict = { class: ErrorClass; wait?: number; mayHaveGoneOut?: true };

const transient: Verdict = { class: "retry_after", wait: 5_000 };
const throttled: Verdict = { class: "retry_after", wait: 10_000 };

/**
 * Errors of the Send API of Messenger and Instagram, by `code/subcode`, then by subcode, then by code. `wait` in
 * milliseconds marks those worth a retry.
 * Source: https://developers.facebook.com/documentation/business-messaging/messenger-platform/error-codes (25 June 2026)
 */
const table: Record<string, Verdict> = {
  // May have been sent all the same: the echo tells.
  "/1357046": { class: "unknown", mayHaveGoneOut: true },
  "1": transient,
  "2": transient,
  // Messenger's terms were not accepted: nothing changes by trying again.
  "2/2018344": { class: "policy" },
  "4": throttled,
  "17": throttled,
  "32": throttled,
  "613": throttled,
  // Business-use-case limits of Instagram and Messenger
  // (https://developers.facebook.com/docs/graph-api/overview/rate-limiting, from general knowledge, not re-read)
  "80002": throttled,
  "80006": throttled,
  "/2018278": { class: "window_closed" },
  "/2534022": { class: "window_closed" },
  "/1545041": { class: "invalid_recipient" },
  "/2018065": { class: "policy" },
  "/1893063": { class: "policy" },
  "10": { class: "token_broken" },
  "/2018001": { class: "invalid_recipient" },
  "/2534014": { class: "invalid_recipient" },
  "100": { class: "our_bug" },
  "190": { class: "token_broken" },
  "200": { class: "token_broken" },
  "368": { class: "policy" },
  "551": { class: "invalid_recipient" },
  "/2018218": { class: "invalid_recipient" },
  "/2534001": { class: "policy" },
  "/2534013": { class: "policy" },
  "/2534025": { class: "policy" },
  "/2534029": { class: "policy" },
};

function verdictOn(code: string, subcode: string | null): Verdict {
  const bySubcode = subcode === null ? undefined : (table[`${code}/${subcode}`] ?? table[`/${subcode}`]);
  return bySubcode ?? table[`/${code}`] ?? table[code] ?? { class: "unknown" };
}

/** The subcode is kept in the code, because it is what tells: `10/2018278`. */
export const classifyError = (code: string, subcode: string | null, message: string): DeliveryError => ({
  code: subcode === null ? code : `${code}/${subcode}`,
  class: verdictOn(code, subcode).class,
  message,
});

export const retryWait = (code: string, subcode: string | null): number | null => verdictOn(code, subcode).wait ?? null;

export const mayHaveGoneOut = (code: string, subcode: string | null): boolean => verdictOn(code, subcode).mayHaveGoneOut === true;
