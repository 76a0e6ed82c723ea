import type { PlatformCall, SendRequest } from "@onethread/core";
import { graphVersion } from "../meta/graph-version.ts";

/**
 * A text message of a Page. `metadata` comes back in the echo.
 * Source: https://developers.facebook.com/docs/messenger-platform/reference/send-api (2026)
 */
export function renderText(request: SendRequest): PlatformCall {
  return {
    host: "facebook",
    method: "POST",
    path: `/${graphVersion}/${encodeURIComponent(request.accountExternalId)}/messages`,
    body: {
      recipient: addressOf(request.recipient),
      ...(request.humanAgent ? { messaging_type: "MESSAGE_TAG", tag: "HUMAN_AGENT" } : { messaging_type: "RESPONSE" }),
      message: { text: textOf(request), metadata: request.messageId },
      ...(request.replyTo === undefined ? {} : { reply_to: { mid: request.replyTo } }),
    },
  };
}

function addressOf({ kind, value }: SendRequest["recipient"]): { id: string } | { user_ref: string } {
  if (kind === "psid") return { id: value };
  if (kind === "user_ref") return { user_ref: value };
  throw new Error(`a Messenger message cannot be sent to a ${kind}`);
}

/** Source: https://developers.facebook.com/docs/messenger-platform/identity/user-profile (2026) */
export const renderProfileRequest = (customerId: string): PlatformCall => ({
  host: "facebook",
  method: "GET",
  path: `/${graphVersion}/${encodeURIComponent(customerId)}?fields=first_name,last_name,name,profile_pic`,
});

function textOf({ content }: SendRequest): string {
  if (content.kind !== "text") throw new Error(`a ${content.kind} cannot be sent yet`);
  return content.text;
}
