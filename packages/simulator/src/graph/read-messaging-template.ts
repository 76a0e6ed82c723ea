import type { AccountConfig } from "../config.ts";
import type { Card, Choice } from "../world/shown.ts";
import { idOf, isRecord, type Wire } from "./graph-answer.ts";
import { graphFailures } from "./graph-failures.ts";
import type { MessagingOutgoing } from "./outgoing.ts";
import { refuse } from "./refusal.ts";

/**
 * Limits of templates. Sources: https://developers.facebook.com/documentation/business-messaging/messenger-platform/send-messages/
 * template/button (22 April 2026), …/template/generic and …/buttons (2026)
 */
const most = { text: 640, buttons: 3, buttonTitle: 20, elements: 10, title: 80 };

const bad = (message: string): never => refuse(graphFailures.parameter(message));

/** Buttons, cards, products: what `attachment.payload` of a template says. */
export function readMessagingTemplate(account: AccountConfig, payload: Wire): MessagingOutgoing {
  const attachments = [{ type: "template", payload }];
  switch (payload.template_type) {
    case "button": {
      const text = idOf(payload, "text") ?? bad("The parameter message[attachment][payload][text] is required");
      if ([...text].length > most.text) bad(`Length of param text must be less than or equal to ${most.text}`);
      return { text, shown: { choices: buttonsOf(payload.buttons, "c") }, attachments };
    }
    case "generic":
      return { text: "", shown: { cards: elementsOf(payload).map(cardOf) }, attachments };
    case "product":
      return {
        text: "",
        shown: { cards: elementsOf(payload).map((element) => ({ title: `🏷️ Product ${idOf(element, "id") ?? ""}`, choices: [] })) },
        attachments,
      };
    case "media":
    case "receipt":
    case "coupon":
    case "customer_feedback":
      if (account.channel === "instagram") bad("Instagram has no such template");
      return { text: "", shown: { label: `A ${payload.template_type} template` }, attachments };
    default:
      return bad("Invalid parameter: template_type");
  }
}

function elementsOf(payload: Wire): Wire[] {
  const elements = payload.elements;
  if (!Array.isArray(elements) || elements.length === 0) return bad("The parameter elements is required");
  if (elements.length > most.elements) bad(`param elements must have at most ${most.elements} elements`);
  return elements.map((element: unknown) => (isRecord(element) ? element : bad("Invalid parameter: elements")));
}

function cardOf(element: Wire, index: number): Card {
  const title = idOf(element, "title") ?? bad("The parameter elements[title] is required");
  const text = idOf(element, "subtitle");
  for (const one of [title, text ?? ""])
    if ([...one].length > most.title) bad(`Length of title and subtitle must be less than or equal to ${most.title}`);
  return { title, text, choices: element.buttons === undefined ? [] : buttonsOf(element.buttons, `card${index}.c`) };
}

function buttonsOf(buttons: unknown, prefix: string): Choice[] {
  if (!Array.isArray(buttons) || buttons.length === 0 || buttons.length > most.buttons)
    return bad(`param buttons must have 1 to ${most.buttons} elements`);
  return buttons.map((button: unknown, index) => {
    const title = idOf(button, "title") ?? bad("The parameter buttons[title] is required");
    if ([...title].length > most.buttonTitle) bad(`Length of a button's title must be less than or equal to ${most.buttonTitle}`);
    const key = `${prefix}${index}`;
    const type = idOf(button, "type");
    if (type === "web_url") return { key, does: "link", title, value: idOf(button, "url") ?? bad("The parameter buttons[url] is required") };
    if (type === "postback")
      return { key, does: "postback", title, value: idOf(button, "payload") ?? bad("The parameter buttons[payload] is required") };
    if (type === "phone_number") return { key, does: "link", title, value: `tel:${idOf(button, "payload") ?? ""}` };
    return bad("Invalid parameter: buttons[type]");
  });
}
