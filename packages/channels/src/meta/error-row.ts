import type { DeliveryError, ErrorClass } from "@onethread/core";

/** What one error of a platform means here: data, one row for each code. */
export type ErrorRow = {
  class: ErrorClass;
  /** Milliseconds before the first retry; absent: never by itself. */
  wait?: number;
  /** By how much the wait grows with each attempt: 2 when nothing is said. */
  growth?: number;
  /** The limit of all that the account sends, not of this person or message. */
  ofAccount?: true;
  /** The message may be out all the same: the echo tells. */
  mayHaveGoneOut?: true;
  /** What the agent reads. */
  meaning: string;
  /** What the agent, or an admin, can do. */
  action: string;
};

/** A code in no list is shown with the platform's own words, and never repeated by itself. */
export const unknownRow = (text: string): ErrorRow => ({
  class: "unknown",
  meaning: `The platform refused the message and says: ${text}`,
  action: "If it happens again, an admin can look the code up in the platform's documentation.",
});

export const toDeliveryError = (code: string, row: ErrorRow, detail: string): DeliveryError => ({
  code,
  class: row.class,
  message: row.meaning,
  action: row.action,
  detail,
});

/** When a send may be tried again. */
export type RetryWait = { wait: number; growth: number; ofAccount: boolean };

export const waitOf = (row: ErrorRow | undefined): RetryWait | null =>
  row?.wait === undefined ? null : { wait: row.wait, growth: row.growth ?? 2, ofAccount: row.ofAccount ?? false };
