import type { PlatformCall, SendRequest } from "@onethread/core";
import { graphVersion } from "../meta/graph-version.ts";

/** Accounts connected by Instagram Login live on graph.instagram.com, those connected through a Page on Facebook's. */
const hostOf = (flavour: SendRequest["flavour"]): PlatformCall["host"] => (flavour === "instagram_login" ? "instagram" : "facebook");

/**
 * A text message of an Instagram account, addressed by the account's own id in both flavours. Instagram has no field
 * that comes back in the echo and none for quoting a message, so `messageId` and `replyTo` stay here.
 * Source: https://developers.facebook.com/docs/instagram-platform/instagram-api-with-instagram-login/messaging-api (2026)
 */
export function renderText(request: SendRequest): PlatformCall {
  if (request.recipient.kind !== "igsid") {
    throw new Error(`an Instagram message cannot be sent to a ${request.recipient.kind}`);
  }
  return {
    host: hostOf(request.flavour),
    method: "POST",
    path: `/${graphVersion}/${encodeURIComponent(request.accountExternalId)}/messages`,
    body: {
      recipient: { id: request.recipient.value },
      ...(request.humanAgent ? { messaging_type: "MESSAGE_TAG", tag: "HUMAN_AGENT" } : { messaging_type: "RESPONSE" }),
      message: { text: textOf(request) },
    },
  };
}

/** Source: https://developers.facebook.com/docs/instagram-platform/instagram-api-with-instagram-login/messaging-api/user-profile (2026) */
export const renderProfileRequest = (customerId: string, flavour?: SendRequest["flavour"]): PlatformCall => ({
  host: hostOf(flavour),
  method: "GET",
  path: `/${graphVersion}/${encodeURIComponent(customerId)}?fields=name,username,profile_pic`,
});

function textOf({ content }: SendRequest): string {
  if (content.kind !== "text") throw new Error(`a ${content.kind} cannot be sent yet`);
  return content.text;
}
