import type { ContentProblem, Interactive, OutboundContent } from "@onethread/core";
import type { ChannelLimits } from "../channel-adapter.ts";
import { checkCount, checkFile, checkText, type Files, problem } from "../check-parts.ts";

export type Platform = { name: "Messenger" | "Instagram"; limits: ChannelLimits };

const at = "/interactive";
/** https://developers.facebook.com/documentation/business-messaging/messenger-platform/send-messages/buttons/postback (17 June 2026) */
const titleLength = 20;
const payloadLength = 1000;

/**
 * Everything Messenger and Instagram would refuse about a content; templates apart.
 * Source: https://developers.facebook.com/docs/messenger-platform/reference/send-api and
 * https://developers.facebook.com/documentation/business-messaging/instagram-messaging/features/send-message (2 July 2026)
 */
export function checkMessage(content: Exclude<OutboundContent, { kind: "template" }>, files: Files, { name, limits }: Platform): ContentProblem[] {
  switch (content.kind) {
    case "text":
      return checkText("/text", "The text", content.text, limits.text.max, limits.text.unit);
    case "location":
      return problem("/kind", `${name} has no locations to send. Send a link to a map instead.`);
    case "sticker":
      return problem("/kind", `${name} takes no stickers of your own. Send it as an image.`);
    case "interactive":
      return checkInteractive(content.interactive, { name, limits });
    default:
      return [
        ...checkFile({ pointer: "/attachmentId", attachmentId: content.attachmentId, kind: content.kind }, limits.files, files, name),
        ...(content.caption === undefined ? [] : problem("/caption", `${name} shows no text under a file. Send the text as a message of its own.`)),
      ];
  }
}

/** What each kind is called, for those that are not there. */
const names: Record<Interactive["type"], string> = {
  buttons: "buttons",
  quick_replies: "quick replies",
  list: "lists",
  link: "links",
  cards: "cards",
  product: "products",
  product_list: "lists of products",
  catalog: "catalogs",
  flow: "forms",
  location_request: "requests for a location",
  contact_request: "requests for a phone number",
  address_request: "requests for an address",
  call_permission_request: "requests to call",
  order_details: "bills",
  order_status: "order updates",
};

function checkInteractive(interactive: Interactive, { name, limits }: Platform): ContentProblem[] {
  switch (interactive.type) {
    case "buttons":
      return [...checkFrame(interactive, name), ...checkButtons(interactive)];
    case "link":
      return [...checkFrame(interactive, name), ...checkText(`${at}/title`, "The button's title", interactive.title, titleLength)];
    case "quick_replies":
      return [...checkText(`${at}/text`, "The text", interactive.text, limits.text.max, limits.text.unit), ...checkReplies(interactive)];
    case "cards":
      return checkCards(interactive, name);
    case "product":
      return [
        ...(interactive.text === undefined
          ? []
          : problem(`${at}/text`, `${name} shows no text with a product. Send the text as a message of its own.`)),
        ...(interactive.footer === undefined ? [] : problem(`${at}/footer`, `${name} has no footers.`)),
      ];
    default:
      return problem(`${at}/type`, `${name} has no ${names[interactive.type]}.`);
  }
}

type Framed = Extract<Interactive, { type: "buttons" | "link" }>;

/** https://developers.facebook.com/documentation/business-messaging/messenger-platform/send-messages/template/button (22 April 2026) */
const checkFrame = ({ header, text, footer }: Framed, name: string): ContentProblem[] => [
  ...(header === undefined ? [] : problem(`${at}/header`, `${name} has no header above buttons. Send it as a message of its own.`)),
  ...checkText(`${at}/text`, "The text", text, 640),
  ...(footer === undefined ? [] : problem(`${at}/footer`, `${name} has no footers.`)),
];

function checkButtons({ buttons }: Extract<Interactive, { type: "buttons" }>): ContentProblem[] {
  return [
    ...checkCount(`${at}/buttons`, "buttons", buttons.length, 3),
    ...buttons.flatMap(({ id, title }, index) => [
      ...checkText(`${at}/buttons/${index}/id`, "The button's id", id, payloadLength),
      ...checkText(`${at}/buttons/${index}/title`, "The button's title", title, titleLength),
    ]),
  ];
}

/** https://developers.facebook.com/documentation/instagram-platform/instagram-api-with-instagram-login/messaging-api/quick-replies (30 June 2026) */
function checkReplies({ replies }: Extract<Interactive, { type: "quick_replies" }>): ContentProblem[] {
  return [
    ...checkCount(`${at}/replies`, "quick replies", replies.length, 13),
    ...replies.flatMap((reply, index) =>
      "ask" in reply
        ? []
        : [
            ...checkText(`${at}/replies/${index}/title`, "The quick reply's title", reply.title, titleLength),
            ...checkText(`${at}/replies/${index}/payload`, "The quick reply's payload", reply.payload, payloadLength),
          ],
    ),
  ];
}

/** https://developers.facebook.com/docs/messenger-platform/reference/templates/generic (2026): 80 characters, and more than a title */
function checkCards({ text, cards }: Extract<Interactive, { type: "cards" }>, name: string): ContentProblem[] {
  return [
    ...(text === undefined ? [] : problem(`${at}/text`, `${name} shows no text above cards. Send the text as a message of its own.`)),
    ...checkCount(`${at}/cards`, "cards", cards.length, 10),
    ...cards.flatMap((card, index) => {
      const pointer = `${at}/cards/${index}`;
      const bare = card.text === undefined && card.imageUrl === undefined && card.url === undefined && card.buttons.length === 0;
      return [
        ...(bare ? problem(pointer, "A card needs a text, an image, a link or a button beside its title.") : []),
        ...checkText(`${pointer}/title`, "The card's title", card.title, 80),
        ...checkText(`${pointer}/text`, "The card's text", card.text, 80),
        ...checkCount(`${pointer}/buttons`, "buttons", card.buttons.length, 3),
        ...card.buttons.flatMap((button, place) => [
          ...checkText(`${pointer}/buttons/${place}/title`, "The button's title", button.title, titleLength),
          ...("payload" in button ? checkText(`${pointer}/buttons/${place}/payload`, "The button's payload", button.payload, payloadLength) : []),
        ]),
      ];
    }),
  ];
}
