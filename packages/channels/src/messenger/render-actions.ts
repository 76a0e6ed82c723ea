import type { PlatformCall } from "@onethread/core";
import type { FileToUpload, ThreadAction } from "../meta/channel-adapter.ts";
import { graphPath, graphPost } from "../meta/graph-call.ts";
import { reactionAction, senderAction } from "../meta/messaging/sender-action.ts";
import { addressOf } from "./render.ts";

const messages = (account: string, body: unknown): PlatformCall => graphPost("facebook", [account, "messages"], body);

export const renderReaction = ({ account, recipient, target, emoji }: ThreadAction & { target: string; emoji: string | null }): PlatformCall =>
  messages(account, reactionAction(addressOf(recipient), target, emoji));

/** Everything up to now; `target` says nothing here. */
export const renderMarkRead = ({ account, recipient }: ThreadAction): PlatformCall =>
  messages(account, senderAction(addressOf(recipient), "mark_seen"));

/** Shown for about 20 seconds. */
export const renderTyping = ({ account, recipient, on }: ThreadAction & { on: boolean }): PlatformCall =>
  messages(account, senderAction(addressOf(recipient), on ? "typing_on" : "typing_off"));

/** Source: https://developers.facebook.com/documentation/business-messaging/messenger-platform/conversation-routing (2026) */
export const renderTakeControl = ({ account, recipient }: ThreadAction): PlatformCall =>
  graphPost("facebook", [account, "take_thread_control"], { recipient: addressOf(recipient) });

/**
 * Messenger has no stickers of ours: `check` refuses them before anything is uploaded.
 * Source: https://developers.facebook.com/docs/messenger-platform/reference/attachment-upload-api (2026)
 */
export const renderMediaUpload = ({ account, file, kind }: FileToUpload): PlatformCall => ({
  host: "facebook",
  method: "POST",
  path: graphPath([account, "message_attachments"]),
  form: {
    fields: { message: JSON.stringify({ attachment: { type: kind === "sticker" ? "image" : kind, payload: { is_reusable: true } } }) },
    file: { field: "filedata", ...file },
  },
});
