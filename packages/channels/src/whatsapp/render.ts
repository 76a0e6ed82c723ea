import type { PlatformCall, SendRequest } from "@onethread/core";
import { graphVersion } from "../meta/graph-version.ts";

/**
 * A text message. A phone goes out with `+` and country code (without the plus Meta prepends the business's own), a
 * scoped user id under `recipient`. `biz_opaque_callback_data` comes back in every status.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages (2026)
 */
export function renderText(request: SendRequest): PlatformCall {
  return {
    host: "facebook",
    method: "POST",
    path: `/${graphVersion}/${encodeURIComponent(request.accountExternalId)}/messages`,
    body: {
      messaging_product: "whatsapp",
      recipient_type: "individual",
      ...addressOf(request.recipient),
      type: "text",
      text: { body: textOf(request), preview_url: false },
      ...(request.replyTo === undefined ? {} : { context: { message_id: request.replyTo } }),
      biz_opaque_callback_data: request.messageId,
    },
  };
}

function addressOf({ kind, value }: SendRequest["recipient"]): { to: string } | { recipient: string } {
  if (kind === "wa_phone") return { to: value.startsWith("+") ? value : `+${value}` };
  if (kind === "wa_bsuid" || kind === "wa_bsuid_parent") return { recipient: value };
  throw new Error(`a WhatsApp message cannot be sent to a ${kind}`);
}

/**
 * The first of two steps to a file: where it is. The address lives 5 minutes and takes the same token.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media (2026)
 */
export const renderMediaRequest = (mediaId: string, accountExternalId: string): PlatformCall => ({
  host: "facebook",
  method: "GET",
  path: `/${graphVersion}/${encodeURIComponent(mediaId)}?phone_number_id=${encodeURIComponent(accountExternalId)}`,
});

function textOf({ content }: SendRequest): string {
  if (content.kind !== "text") throw new Error(`a ${content.kind} cannot be sent yet`);
  return content.text;
}
