import type { ContentProblem, Interactive } from "@onethread/core";
import { checkText, problem } from "../meta/check-parts.ts";
import { cardText } from "./render-interactive.ts";

type Cards = Extract<Interactive, { type: "cards" }>;
type Card = Cards["cards"][number];
const at = "/interactive";

/**
 * WhatsApp's carousel. The page limits a reply's id to 20 characters, as it does addresses, which can't be: ids are
 * held to the 256 of buttons elsewhere.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-media-carousel-messages (22 December 2025)
 */
export function checkCards({ text, cards }: Cards): ContentProblem[] {
  const [first] = cards;
  return [
    ...(text === undefined ? problem(`${at}/text`, "WhatsApp needs a text above the cards.") : checkText(`${at}/text`, "The text", text, 1024)),
    ...(cards.length < 2 || cards.length > 10 ? problem(`${at}/cards`, `There are ${cards.length} cards; WhatsApp takes 2 to 10.`) : []),
    ...cards.flatMap((card, index) => checkCard(card, `${at}/cards/${index}`)),
    ...cards.flatMap((card, index) =>
      first && form(card) !== form(first) ? problem(`${at}/cards/${index}/buttons`, "All cards need the same kind and number of buttons.") : [],
    ),
  ];
}

const form = ({ buttons }: Card): string => buttons.map((button) => ("url" in button ? "url" : "reply")).join(",");

function checkCard(card: Card, pointer: string): ContentProblem[] {
  const { imageUrl, url, buttons } = card;
  const links = buttons.filter((button) => "url" in button).length;
  const body = cardText(card);
  return [
    ...(imageUrl === undefined ? problem(`${pointer}/imageUrl`, "Each card needs an image.") : []),
    ...(url === undefined ? [] : problem(`${pointer}/url`, "WhatsApp's cards are no links. Put the address on a button.")),
    ...checkText(`${pointer}/text`, "The card's title and text together", body, 160),
    ...(body.split("\n").length > 3 ? problem(`${pointer}/text`, "A card's title and text may have two line breaks in all.") : []),
    ...(buttons.length === 0 ? problem(`${pointer}/buttons`, "Each card needs a button.") : []),
    ...(links > 0 && buttons.length > 1 ? problem(`${pointer}/buttons`, "A card has one link or replies, not both.") : []),
    ...buttons.flatMap((button, index) => [
      ...checkText(`${pointer}/buttons/${index}/title`, "The button's title", button.title, 20),
      ...("payload" in button ? checkText(`${pointer}/buttons/${index}/payload`, "The button's payload", button.payload, 256) : []),
    ]),
  ];
}
