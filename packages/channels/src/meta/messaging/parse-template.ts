import type { Content } from "@onethread/core";
import { arrayAt, idAt, isObject, type Json, objectAt, textAt } from "../read-keys.ts";

type Card = NonNullable<Content["cards"]>[number];
type Button = Card["buttons"][number];

/** No template has more cards or buttons than this (generic: 10 elements; 2026). */
const most = 30;

/**
 * Cards: what the business sent (an echo), or a product of the shop somebody asks about.
 * Source: https://developers.facebook.com/docs/messenger-platform/send-messages/template/generic (2026)
 */
export function templateOf(payload: Json, raw: Json, text: string | null): Content {
  const asked = objectAt(payload, "product");
  const elements = arrayAt(asked ?? payload, "elements")
    .filter(isObject)
    .slice(0, most);
  const buttons = buttonsOf(payload);
  const own = textAt(payload, "text");
  const cards = elements.length > 0 ? elements.map(cardOf) : own !== null || buttons.length > 0 ? [ownCard(own, buttons)] : [];
  const [first] = elements;
  const type = idAt(payload, "template_type") ?? (asked === null ? null : "product");
  return {
    kind: "template",
    text,
    template: { type, name: idAt(raw, "title"), language: null },
    ...(cards.length === 0 ? {} : { cards }),
    ...(asked !== null && first
      ? { product: { catalogId: null, id: idAt(first, "retailer_id") ?? idAt(first, "id"), title: idAt(first, "title") } }
      : {}),
  };
}

const ownCard = (text: string | null, buttons: Button[]): Card => ({ title: null, text, footer: null, imageUrl: null, url: null, buttons });

const cardOf = (element: Json): Card => ({
  title: textAt(element, "title"),
  text: textAt(element, "subtitle"),
  footer: null,
  imageUrl: idAt(element, "image_url"),
  url: idAt(objectAt(element, "default_action"), "url") ?? idAt(element, "item_url"),
  buttons: buttonsOf(element),
});

const buttonKinds = new Map<string, Button["kind"]>([
  ["postback", "postback"],
  ["web_url", "url"],
  ["phone_number", "phone"],
]);

function buttonsOf(holder: Json): Button[] {
  return arrayAt(holder, "buttons")
    .filter(isObject)
    .slice(0, most)
    .map((button) => ({
      kind: buttonKinds.get(idAt(button, "type") ?? "") ?? "other",
      title: textAt(button, "title") ?? "",
      payload: textAt(button, "payload"),
      url: idAt(button, "url"),
    }));
}
