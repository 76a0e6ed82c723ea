import type { Card, Choice, Shown } from "../world/shown.ts";
import { isRecord, type Wire } from "./graph-answer.ts";
import { graphFailures } from "./graph-failures.ts";
import type { FindFile, Outgoing } from "./outgoing.ts";
import { findWhatsappFile } from "./read-media.ts";
import { readOrder, readOrderStatus } from "./read-order.ts";
import { refuse, refuseDoubles, whatsappField } from "./refusal.ts";

/**
 * Limits of interactive messages. Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/
 * interactive-reply-buttons-messages and its siblings (2026), …/catalogs/sell-products-and-services/share-products (6 November 2025)
 */
const most = {
  body: 1024,
  listBody: 4096,
  footer: 60,
  header: 60,
  button: 20,
  buttons: 3,
  buttonId: 256,
  sections: 10,
  rows: 10,
  rowId: 200,
  rowTitle: 24,
  rowText: 72,
  cards: 10,
  products: 30,
};

/** The text itself is missing from no interactive message but a single product's. */
export async function readInteractive(interactive: Wire, files: FindFile): Promise<Outgoing> {
  const type = whatsappField.text(interactive.type, "interactive['type']", { max: 100 }) ?? "";
  const action = whatsappField.record(interactive.action, "interactive['action']");
  const body = textOf(interactive.body, "interactive['body']['text']", type === "list" ? most.listBody : most.body, type === "product");
  const footer = textOf(interactive.footer, "interactive['footer']['text']", most.footer, true);
  const { header, media, failure } = await headerOf(interactive.header, files);
  const acts = await actionOf(type, action, files);
  return { text: body ?? "", shown: { ...acts, header, media, footer }, failsLater: failure ?? undefined };
}

const textOf = (part: unknown, name: string, max: number, optional: boolean): string | undefined =>
  whatsappField.text(isRecord(part) ? part.text : undefined, name, { max, optional });

async function headerOf(header: unknown, files: FindFile) {
  if (header === undefined) return { header: undefined, media: undefined, failure: null };
  const made = whatsappField.record(header, "interactive['header']");
  const type = whatsappField.text(made.type, "interactive['header']['type']", { max: 20 }) ?? "";
  if (type === "text")
    return { header: whatsappField.text(made.text, "interactive['header']['text']", { max: most.header }), media: undefined, failure: null };
  if (type !== "image" && type !== "video" && type !== "document") return refuse(graphFailures.value(`Invalid header type: ${type}`));
  const { file, failure } = await findWhatsappFile(type, whatsappField.record(made[type], `header['${type}']`), files);
  return { header: undefined, media: file ? ({ id: file.id, kind: type, name: file.name, mime: file.mime } as const) : undefined, failure };
}

async function actionOf(type: string, action: Wire, files: FindFile): Promise<Shown> {
  const one = (does: Choice["does"], title: string, value = title, description?: string): Shown => ({
    choices: [{ key: "c0", does, title, value, description }],
  });
  const parameters = isRecord(action.parameters) ? action.parameters : {};
  switch (type) {
    case "button":
      return { choices: buttonsOf(action) };
    case "list":
      return listOf(action);
    case "cta_url": {
      const title = whatsappField.text(parameters.display_text, "display_text", { max: most.button }) ?? "";
      return one("link", title, whatsappField.text(parameters.url, "url", { max: 2_000 }));
    }
    case "flow": {
      const title = whatsappField.text(parameters.flow_cta, "flow_cta", { max: 30 }) ?? "";
      if (!parameters.flow_id && !parameters.flow_name) refuse(graphFailures.missing("Parameter 'flow_id' or 'flow_name' is mandatory"));
      if (parameters.flow_message_version !== "3") refuse(graphFailures.value("flow_message_version must be 3"));
      return one("flow", title, whatsappField.text(parameters.flow_token, "flow_token", { max: 1_000, optional: true }) ?? "unused");
    }
    case "location_request_message":
      return one("location", "Send location");
    case "request_contact_info":
      return one("contact", "Share phone number");
    case "address_message":
      return one("address", "Provide address", whatsappField.text(parameters.country, "country", { max: 2 }));
    case "call_permission_request":
      return { choices: [choice(0, "call", "Allow calls", "accept"), choice(1, "call", "Don't allow", "reject")] };
    case "product":
      return {
        label: "🏷️ Product",
        ...one("order", productOf(action), productOf(action), String(whatsappField.text(action.catalog_id, "catalog_id", { max: 100 }))),
      };
    case "catalog_message":
      return { label: "🏷️ Catalogue", ...one("order", "View catalogue", idIn(parameters, "thumbnail_product_retailer_id") ?? "COAT-CAMEL-M") };
    case "product_list":
      return productsOf(action);
    case "carousel":
      return { cards: await cardsOf(action, files) };
    case "order_details":
      return readOrder(action);
    case "order_status":
      return readOrderStatus(action);
    default:
      return refuse(graphFailures.value(`Invalid interactive type: ${type}`));
  }
}

const choice = (index: number, does: Choice["does"], title: string, value: string, more: Partial<Choice> = {}): Choice => ({
  key: `c${index}`,
  does,
  title,
  value,
  ...more,
});
const idIn = (from: Wire, key: string): string | undefined => (typeof from[key] === "string" ? from[key] : undefined);
const productOf = (from: Wire): string => whatsappField.text(from.product_retailer_id, "product_retailer_id", { max: 200 }) ?? "";

function buttonsOf(action: Wire): Choice[] {
  const buttons = whatsappField.list(action.buttons, "buttons", most.buttons).map((button, index) => {
    if (button.type !== "reply") refuse(graphFailures.value("Button type must be reply"));
    const reply = whatsappField.record(button.reply, "reply");
    const value = whatsappField.text(reply.id, "Button id", { max: most.buttonId }) ?? "";
    return choice(index, "reply", whatsappField.text(reply.title, "Button title", { max: most.button }) ?? "", value);
  });
  refuseDoubles(
    buttons.map(({ value }) => value),
    "button ids",
  );
  refuseDoubles(
    buttons.map(({ title }) => title),
    "button titles",
  );
  return buttons;
}

function listOf(action: Wire): Shown {
  const sheet = whatsappField.text(action.button, "button", { max: most.button });
  const sections = whatsappField.list(action.sections, "sections", most.sections);
  const rows = sections.flatMap((section) => {
    const title = whatsappField.text(section.title, "Section title", { max: most.rowTitle, optional: sections.length === 1 });
    return whatsappField.list(section.rows, "rows", most.rows).map((row) => ({ row, section: title }));
  });
  if (rows.length > most.rows) refuse(graphFailures.value(`Total row count exceed max allowed count: ${most.rows}`));
  const choices = rows.map(({ row, section }, index) =>
    choice(
      index,
      "list",
      whatsappField.text(row.title, "Row title", { max: most.rowTitle }) ?? "",
      whatsappField.text(row.id, "Row id", { max: most.rowId }) ?? "",
      {
        description: whatsappField.text(row.description, "Row description", { max: most.rowText, optional: true }),
        section,
      },
    ),
  );
  refuseDoubles(
    choices.map(({ value }) => value),
    "row ids",
  );
  return { sheet, choices };
}

function productsOf(action: Wire): Shown {
  const catalog = whatsappField.text(action.catalog_id, "catalog_id", { max: 100 });
  const products = whatsappField.list(action.sections, "sections", most.sections).flatMap((section) => {
    const title = whatsappField.text(section.title, "Section title", { max: most.rowTitle });
    return whatsappField.list(section.product_items, "product_items", most.products).map((item) => ({ id: productOf(item), title }));
  });
  if (products.length > most.products) refuse(graphFailures.value(`Total product count exceed max allowed count: ${most.products}`));
  return {
    label: "🏷️ Products",
    sheet: "View items",
    choices: products.map(({ id, title }, index) => choice(index, "order", id, id, { section: title, description: catalog })),
  };
}

/** Source: …/messages/interactive-media-carousel-messages (22 December 2025): 2 to 10 cards, all of the same kind */
async function cardsOf(action: Wire, files: FindFile): Promise<Card[]> {
  const cards = whatsappField.list(action.cards, "cards", most.cards);
  if (cards.length < 2) refuse(graphFailures.value("Invalid cards count. Min allowed cards: 2"));
  return Promise.all(
    cards.map(async (card, index) => {
      const text = textOf(card.body, "card body", 160, true);
      const inside = whatsappField.record(card.action, "card action");
      const parameters = isRecord(inside.parameters) ? inside.parameters : null;
      const { media } = await headerOf(card.header, files);
      const choices = parameters
        ? [
            choice(
              0,
              "link",
              whatsappField.text(parameters.display_text, "display_text", { max: most.button }) ?? "",
              whatsappField.text(parameters.url, "url", { max: 2_000 }) ?? "",
            ),
          ]
        : whatsappField.list(inside.buttons, "buttons", 2).map((button, at) => {
            const reply = whatsappField.record(button.quick_reply, "quick_reply");
            return choice(
              at,
              "reply",
              whatsappField.text(reply.title, "Button title", { max: most.button }) ?? "",
              whatsappField.text(reply.id, "Button id", { max: most.buttonId }) ?? "",
            );
          });
      return { title: text ?? "", image: media?.id, choices: choices.map((one) => ({ ...one, key: `card${index}.${one.key}` })) };
    }),
  );
}
