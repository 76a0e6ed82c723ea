import type { PlatformCall } from "@onethread/core";
import type { ThreadAction } from "../meta/channel-adapter.ts";
import { graphPost } from "../meta/graph-call.ts";
import { reactionAction, senderAction } from "../meta/messaging/sender-action.ts";
import { addressOf, hostOf } from "./render.ts";

const messages = ({ account, flavour }: ThreadAction, body: unknown): PlatformCall => graphPost(hostOf(flavour), [account, "messages"], body);

/** Instagram names the heart; that other emoji go as they are is not documented (read 2 July 2026). */
const reactionOf = (emoji: string): string => (emoji.replaceAll("\uFE0F", "") === "❤" ? "love" : emoji);

export const renderReaction = (request: ThreadAction & { target: string; emoji: string | null }): PlatformCall =>
  messages(request, reactionAction(addressOf(request.recipient), request.target, request.emoji === null ? null : reactionOf(request.emoji)));

/** Everything up to now; `target` says nothing here. */
export const renderMarkRead = (request: ThreadAction): PlatformCall => messages(request, senderAction(addressOf(request.recipient), "mark_seen"));

export const renderTyping = (request: ThreadAction & { on: boolean }): PlatformCall =>
  messages(request, senderAction(addressOf(request.recipient), request.on ? "typing_on" : "typing_off"));

/**
 * The account's own token says whose thread it is.
 * Source: https://developers.facebook.com/documentation/business-messaging/instagram-messaging/features/conversation-routing/apis (2 July 2026)
 */
export const renderTakeControl = ({ flavour, recipient }: ThreadAction): PlatformCall =>
  graphPost(hostOf(flavour), ["me", "take_thread_control"], { recipient: addressOf(recipient) });
