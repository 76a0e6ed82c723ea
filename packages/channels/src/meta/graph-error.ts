import { idAt, isObject, objectAt, textAt } from "./read-keys.ts";

export type GraphError = { code: string; subcode: string | null; message: string };

/**
 * Reads `{error:{…}}` from a Graph answer; null when there is no error with a code in it. HTTP status and title are not
 * reliable, so the code decides, and WhatsApp's `error_data.details` is the most telling text.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes (2026)
 */
export function readGraphError(body: unknown): GraphError | null {
  const error = isObject(body) ? objectAt(body, "error") : null;
  const code = idAt(error, "code");
  if (error === null || code === null) return null;
  return { code, subcode: idAt(error, "error_subcode"), message: errorText(error) };
}

/** The most telling text of an error object, in an answer or in a webhook. */
export const errorText = (error: Record<string, unknown>): string =>
  textAt(objectAt(error, "error_data"), "details") ??
  textAt(error, "details") ??
  textAt(error, "error_user_msg") ??
  textAt(error, "message") ??
  textAt(error, "title") ??
  "The platform gave no reason.";
