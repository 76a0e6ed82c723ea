import type { Interactive, OutboundContent, SendRequest } from "@onethread/core";
import { fileOf } from "../file-of.ts";
import { given } from "../graph-call.ts";

type Json = Record<string, unknown>;

/** Kinds that Messenger and Instagram have in common. */
export type MessagingContent = Exclude<OutboundContent, { kind: "template" }>;

/**
 * The `message` of a send to Messenger or Instagram. What `check` refuses throws here.
 * Source: https://developers.facebook.com/docs/messenger-platform/reference/send-api (2026) and
 * https://developers.facebook.com/documentation/business-messaging/instagram-messaging/features/send-message (2 July 2026)
 */
export function messageOf(content: MessagingContent, files: SendRequest["files"]): Json {
  switch (content.kind) {
    case "text":
      return { text: content.text };
    case "image":
    case "video":
    case "audio":
    case "file": {
      const { ref } = fileOf(files, content.attachmentId);
      return { attachment: { type: content.kind, payload: "id" in ref ? { attachment_id: ref.id } : { url: ref.url } } };
    }
    case "interactive":
      return interactiveOf(content.interactive);
    default:
      throw new Error(`a ${content.kind} cannot be sent here`);
  }
}

/**
 * Buttons, links and cards are templates, quick replies stand beside the text.
 * Source: https://developers.facebook.com/documentation/business-messaging/messenger-platform/send-messages/template/button (22 April 2026),
 * …/template/generic, …/template/product and …/quick-replies (2026)
 */
function interactiveOf(interactive: Interactive): Json {
  switch (interactive.type) {
    case "buttons":
      return template({
        template_type: "button",
        text: interactive.text,
        buttons: interactive.buttons.map(({ id, title }) => ({ type: "postback", title, payload: id })),
      });
    case "link":
      return template({
        template_type: "button",
        text: interactive.text,
        buttons: [{ type: "web_url", url: interactive.url, title: interactive.title }],
      });
    case "quick_replies":
      return { text: interactive.text, quick_replies: interactive.replies.map(replyOf) };
    case "cards":
      return template({ template_type: "generic", elements: interactive.cards.map(cardOf) });
    case "product":
      return template({ template_type: "product", elements: [{ id: interactive.productId }] });
    default:
      throw new Error(`a ${interactive.type} cannot be sent here`);
  }
}

const template = (payload: Json): Json => ({ attachment: { type: "template", payload } });

const replyOf = (reply: Extract<Interactive, { type: "quick_replies" }>["replies"][number]): Json =>
  "ask" in reply
    ? { content_type: `user_${reply.ask === "phone" ? "phone_number" : "email"}` }
    : { content_type: "text", title: reply.title, payload: reply.payload };

const cardOf = (card: Extract<Interactive, { type: "cards" }>["cards"][number]): Json => ({
  ...given({ title: card.title, subtitle: card.text, image_url: card.imageUrl }),
  ...(card.url === undefined ? {} : { default_action: { type: "web_url", url: card.url } }),
  ...(card.buttons.length === 0
    ? {}
    : {
        buttons: card.buttons.map((button) =>
          "url" in button
            ? { type: "web_url", url: button.url, title: button.title }
            : { type: "postback", title: button.title, payload: button.payload },
        ),
      }),
});

/** Answers within the window are RESPONSE; the tag is for late answers of humans, up to 7 days. */
export const messagingType = (humanAgent: boolean): Json =>
  humanAgent ? { messaging_type: "MESSAGE_TAG", tag: "HUMAN_AGENT" } : { messaging_type: "RESPONSE" };
