import { fromTypeId, toTypeId } from "./ids.ts";

/**
 * What a send carries along to be recognised by (WhatsApp's callback data, Messenger's metadata): the message's id and,
 * from the second attempt on, which attempt it is: `msg_…` or `msg_….2`.
 */
export const sendReference = (messageId: string, attempt: number): string => `${toTypeId("message", messageId)}${attempt > 1 ? `.${attempt}` : ""}`;

/** The message id (UUID) and attempt behind a reference; null when it is not one of ours. */
export function readSendReference(text: string | undefined): { id: string; attempt: number } | null {
  const parts = /^(msg_[0-9a-z]{26})(?:\.(\d{1,4}))?$/.exec(text ?? "");
  const id = parts?.[1] ? fromTypeId("message", parts[1]) : null;
  return id ? { id, attempt: Number(parts?.[2] ?? 1) } : null;
}
