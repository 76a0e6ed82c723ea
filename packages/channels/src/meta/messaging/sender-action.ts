/**
 * The body of a sender action: one call, no message beside it.
 * Source: https://developers.facebook.com/documentation/business-messaging/messenger-platform/send-messages/sender-actions (21 January 2026) and
 * https://developers.facebook.com/documentation/business-messaging/instagram-messaging/features/send-message (2 July 2026)
 */
export const senderAction = (recipient: Record<string, string>, action: string, payload?: Record<string, string>): Record<string, unknown> => ({
  recipient,
  sender_action: action,
  ...(payload === undefined ? {} : { payload }),
});

/**
 * The body of a reaction; null takes it back.
 * Source: https://developers.facebook.com/documentation/business-messaging/messenger-platform/send-messages/sender-actions (21 January 2026)
 */
export const reactionAction = (recipient: Record<string, string>, target: string, reaction: string | null): Record<string, unknown> =>
  reaction === null ? senderAction(recipient, "unreact", { message_id: target }) : senderAction(recipient, "react", { message_id: target, reaction });
