import type { OutboundContent, PlatformCall, Recipient, SendRequest } from "@onethread/core";
import { graphPath, graphPost } from "../meta/graph-call.ts";
import { messageOf, messagingType } from "../meta/messaging/render-message.ts";
import { renderTemplate } from "./render-template.ts";

/**
 * A message of a Page. `metadata` comes back in the echo. A template is a utility message, which goes at any time.
 * Source: https://developers.facebook.com/docs/messenger-platform/reference/send-api (2026) and
 * https://developers.facebook.com/documentation/business-messaging/messenger-platform/send-messages/utility-messages (13 March 2026)
 */
export const render = (request: SendRequest): PlatformCall =>
  graphPost("facebook", [request.accountExternalId, "messages"], {
    recipient: addressOf(request.recipient),
    ...(request.content.kind === "template" ? { messaging_type: "UTILITY" } : messagingType(request.humanAgent)),
    message: { ...bodyOf(request.content, request.files), metadata: request.messageId },
    ...(request.replyTo === undefined ? {} : { reply_to: { mid: request.replyTo } }),
  });

const bodyOf = (content: OutboundContent, files: SendRequest["files"]): Record<string, unknown> =>
  content.kind === "template" ? { template: renderTemplate(content) } : messageOf(content, files);

export function addressOf({ kind, value }: Recipient): { id: string } | { user_ref: string } {
  if (kind === "psid") return { id: value };
  if (kind === "user_ref") return { user_ref: value };
  throw new Error(`a Messenger message cannot be sent to a ${kind}`);
}

/** Source: https://developers.facebook.com/docs/messenger-platform/identity/user-profile (2026) */
export const renderProfileRequest = (customerId: string): PlatformCall => ({
  host: "facebook",
  method: "GET",
  path: `${graphPath([customerId])}?fields=first_name,last_name,name,profile_pic`,
});
