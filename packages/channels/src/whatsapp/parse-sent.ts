import type { Content } from "@onethread/core";
import { arrayAt, idAt, isObject, type Json, objectAt, textAt } from "../meta/read-keys.ts";

type Card = NonNullable<Content["cards"]>[number];
type Button = Card["buttons"][number];

/** A template the business sent. What it says stands with the template, here is only which one. */
export function sentTemplateOf(template: Json | null): Content {
  const language = idAt(objectAt(template, "language"), "code") ?? idAt(template, "language");
  return { kind: "template", text: null, template: { type: null, name: idAt(template, "name"), language } };
}

/** Buttons, a list, a link, a form, a product that the business sent: as one card. */
export function sentInteractiveOf(body: Json, type: string): Content {
  const header = objectAt(body, "header");
  const action = objectAt(body, "action") ?? {};
  const text = textAt(objectAt(body, "body"), "text");
  const product = idAt(action, "product_retailer_id");
  const buttons = buttonsOf(action);
  const card: Card = {
    title: textAt(header, "text"),
    text,
    footer: textAt(objectAt(body, "footer"), "text"),
    imageUrl: idAt(objectAt(header, "image"), "link"),
    url: buttons.find((button) => button.url !== null)?.url ?? null,
    buttons,
  };
  return {
    kind: "interactive",
    text,
    template: { type, name: null, language: null },
    cards: [card],
    ...(product === null ? {} : { product: { catalogId: idAt(action, "catalog_id"), id: product, title: null } }),
  };
}

function buttonsOf(action: Json): Button[] {
  const replies = arrayAt(action, "buttons")
    .filter(isObject)
    .flatMap((button) => replyOf(objectAt(button, "reply")));
  const rows = arrayAt(action, "sections")
    .filter(isObject)
    .flatMap((section) => arrayAt(section, "rows"))
    .filter(isObject)
    .flatMap(replyOf);
  return [...replies, ...rows, ...actionButton(action)];
}

const replyOf = (reply: Json | null): Button[] => {
  const title = textAt(reply, "title");
  return title === null ? [] : [{ kind: "reply", title, payload: idAt(reply, "id"), url: null }];
};

/** One button that does something by itself: opens a link or a form. */
function actionButton(action: Json): Button[] {
  const parameters = objectAt(action, "parameters");
  const link = textAt(parameters, "display_text");
  if (link !== null) return [{ kind: "url", title: link, payload: null, url: idAt(parameters, "url") }];
  const form = textAt(parameters, "flow_cta");
  return form === null ? [] : [{ kind: "flow", title: form, payload: idAt(parameters, "flow_token"), url: null }];
}
