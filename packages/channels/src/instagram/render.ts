import type { PlatformCall, Recipient, SendRequest } from "@onethread/core";
import { graphPath, graphPost } from "../meta/graph-call.ts";
import { messageOf, messagingType } from "../meta/messaging/render-message.ts";

/** Accounts connected by Instagram Login live on graph.instagram.com, those connected through a Page on Facebook's. */
export const hostOf = (flavour: SendRequest["flavour"]): PlatformCall["host"] => (flavour === "instagram_login" ? "instagram" : "facebook");

/**
 * A message of an Instagram account, addressed by the account's own id in both flavours. Instagram has no field that
 * comes back in the echo, so `messageId` stays here.
 * Source: https://developers.facebook.com/docs/instagram-platform/instagram-api-with-instagram-login/messaging-api (2026)
 */
export function render(request: SendRequest): PlatformCall {
  const { content } = request;
  if (content.kind === "template") throw new Error("Instagram has no templates");
  return graphPost(hostOf(request.flavour), [request.accountExternalId, "messages"], {
    recipient: addressOf(request.recipient),
    ...messagingType(request.humanAgent),
    message: messageOf(content, request.files),
  });
}

export function addressOf({ kind, value }: Recipient): { id: string } {
  if (kind !== "igsid") throw new Error(`an Instagram message cannot be sent to a ${kind}`);
  return { id: value };
}

/** Source: https://developers.facebook.com/docs/instagram-platform/instagram-api-with-instagram-login/messaging-api/user-profile (2026) */
export const renderProfileRequest = (customerId: string, flavour?: SendRequest["flavour"]): PlatformCall => ({
  host: hostOf(flavour),
  method: "GET",
  path: `${graphPath([customerId])}?fields=name,username,profile_pic`,
});
