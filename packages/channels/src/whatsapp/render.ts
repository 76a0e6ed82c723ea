import type { PlatformCall, SendRequest } from "@onethread/core";
import { fileOf } from "../meta/file-of.ts";
import { given, graphPath, graphPost } from "../meta/graph-call.ts";
import { addressOf } from "./render-address.ts";
import { renderInteractive } from "./render-interactive.ts";
import { linkOrId } from "./render-media.ts";
import { renderTemplate } from "./render-template.ts";

/**
 * A message. `biz_opaque_callback_data` comes back in every status.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages (2026)
 */
export const render = (request: SendRequest): PlatformCall =>
  graphPost("facebook", [request.accountExternalId, "messages"], {
    messaging_product: "whatsapp",
    ...addressOf(request.recipient),
    ...bodyOf(request),
    ...(request.replyTo === undefined ? {} : { context: { message_id: request.replyTo } }),
    biz_opaque_callback_data: request.messageId,
  });

function bodyOf({ content, files }: SendRequest): { type: string; [key: string]: unknown } {
  switch (content.kind) {
    case "text":
      // https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/text-messages (2026): a preview
      // needs an address that begins with http:// or https://
      return { type: "text", text: { body: content.text, preview_url: /https?:\/\//i.test(content.text) } };
    case "location":
      return {
        type: "location",
        location: given({ latitude: content.latitude, longitude: content.longitude, name: content.name, address: content.address }),
      };
    case "template":
      return { type: "template", template: renderTemplate(content, files) };
    case "interactive":
      return { type: "interactive", interactive: renderInteractive(content.interactive, files) };
    default:
      return mediaOf(content, files);
  }
}

/**
 * A file. `voice` makes a sound a voice message and goes only with OGG.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/audio-messages (2026) and its siblings
 */
function mediaOf(
  content: { kind: "image" | "video" | "audio" | "file" | "sticker"; attachmentId: string; caption?: string | undefined },
  files: SendRequest["files"],
): { type: string; [key: string]: unknown } {
  const file = fileOf(files, content.attachmentId);
  const type = content.kind === "file" ? "document" : content.kind;
  const isVoice = content.kind === "audio" && file.voice && file.mime.startsWith("audio/ogg");
  return {
    type,
    [type]: {
      ...linkOrId(file.ref),
      ...(content.caption ? { caption: content.caption } : {}),
      ...(content.kind === "file" && file.name ? { filename: file.name } : {}),
      ...(isVoice ? { voice: true } : {}),
    },
  };
}

/**
 * The first of two steps to a file: where it is. The address lives 5 minutes and takes the same token.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media (2026)
 */
export const renderMediaRequest = (mediaId: string, accountExternalId: string): PlatformCall => ({
  host: "facebook",
  method: "GET",
  path: `${graphPath([mediaId])}?phone_number_id=${encodeURIComponent(accountExternalId)}`,
});
