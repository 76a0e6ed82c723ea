import type { PlatformCall } from "@onethread/core";
import type { ThreadAction } from "../meta/channel-adapter.ts";
import { graphPost } from "../meta/graph-call.ts";
import { addressOf } from "./render-address.ts";

/**
 * An empty emoji takes the reaction back.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/reaction-messages (2026)
 */
export const renderReaction = ({ account, recipient, target, emoji }: ThreadAction & { target: string; emoji: string | null }): PlatformCall =>
  graphPost("facebook", [account, "messages"], {
    messaging_product: "whatsapp",
    ...addressOf(recipient),
    type: "reaction",
    reaction: { message_id: target, emoji: emoji ?? "" },
  });

/**
 * Marks a message and those before it as read; with `typing` the customer also sees that somebody writes, for up to 25
 * seconds or until the answer. Groups have neither.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/typing-indicators (2026)
 */
export const renderMarkRead = ({ account, recipient, target, typing }: ThreadAction & { target: string; typing?: boolean }): PlatformCall | null =>
  recipient.kind === "group"
    ? null
    : graphPost("facebook", [account, "messages"], {
        messaging_product: "whatsapp",
        status: "read",
        message_id: target,
        ...(typing ? { typing_indicator: { type: "text" } } : {}),
      });

/** WhatsApp shows typing only together with having read, and hides it by itself. */
export const renderTyping = ({ target, on, ...thread }: ThreadAction & { target: string | null; on: boolean }): PlatformCall | null =>
  on && target !== null ? renderMarkRead({ ...thread, target, typing: true }) : null;

/** Sending takes the thread, so there is no call for it. */
export const renderTakeControl = (): null => null;
