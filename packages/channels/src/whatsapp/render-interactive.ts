import type { Interactive, SendRequest } from "@onethread/core";
import { fileOf } from "../meta/file-of.ts";
import { given } from "../meta/graph-call.ts";
import { linkOrId } from "./render-media.ts";
import { orderDetails, orderStatus } from "./render-order.ts";

type Json = Record<string, unknown>;
type Framed = Extract<Interactive, { type: "buttons" | "list" | "link" | "flow" | "order_details" }>;

/**
 * The body of an interactive message.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-reply-buttons-messages
 * and its siblings (2026); catalog: …/catalogs/sell-products-and-services/share-products (6 November 2025)
 */
export function renderInteractive(interactive: Interactive, files: SendRequest["files"]): Json {
  const frame = (one: Framed): Json => ({ ...headerOf(one.header, files), ...textsOf(one) });
  switch (interactive.type) {
    case "buttons":
      return {
        type: "button",
        ...frame(interactive),
        action: { buttons: interactive.buttons.map(({ id, title }) => ({ type: "reply", reply: { id, title } })) },
      };
    case "list":
      return {
        type: "list",
        ...frame(interactive),
        action: {
          button: interactive.button,
          sections: interactive.sections.map(({ title, rows }) => ({
            ...given({ title }),
            rows: rows.map(({ id, title: rowTitle, description }) => given({ id, title: rowTitle, description })),
          })),
        },
      };
    case "link":
      return {
        type: "cta_url",
        ...frame(interactive),
        action: { name: "cta_url", parameters: { display_text: interactive.title, url: interactive.url } },
      };
    case "flow":
      return { type: "flow", ...frame(interactive), action: { name: "flow", parameters: flowOf(interactive) } };
    case "order_details":
      return { type: "order_details", ...frame(interactive), action: orderDetails(interactive) };
    case "order_status":
      return { type: "order_status", ...textsOf(interactive), action: orderStatus(interactive) };
    case "cards":
      return { type: "carousel", ...textsOf(interactive), action: { cards: interactive.cards.map(cardOf) } };
    default:
      return catalogOrRequest(interactive);
  }
}

type CatalogOrRequest = Exclude<Interactive, { type: "buttons" | "list" | "link" | "flow" | "order_details" | "order_status" | "cards" }>;

function catalogOrRequest(interactive: CatalogOrRequest): Json {
  const named = (type: string, name: string, parameters?: Json): Json => ({
    type,
    ...textsOf("text" in interactive ? interactive : {}),
    action: { name, ...(parameters === undefined ? {} : { parameters }) },
  });
  switch (interactive.type) {
    case "product":
      return {
        type: "product",
        ...textsOf(interactive),
        action: { catalog_id: interactive.catalogId, product_retailer_id: interactive.productId },
      };
    case "product_list":
      return {
        type: "product_list",
        header: { type: "text", text: interactive.header.text },
        ...textsOf(interactive),
        action: {
          catalog_id: interactive.catalogId,
          sections: interactive.sections.map(({ title, productIds }) => ({
            title,
            product_items: productIds.map((id) => ({ product_retailer_id: id })),
          })),
        },
      };
    case "catalog":
      return named(
        "catalog_message",
        "catalog_message",
        interactive.productId ? { thumbnail_product_retailer_id: interactive.productId } : undefined,
      );
    case "location_request":
      return named("location_request_message", "send_location");
    case "contact_request":
      return named("request_contact_info", "request_contact_info");
    case "address_request":
      return named("address_message", "address_message", given({ country: interactive.country, values: interactive.values }));
    case "call_permission_request":
      return named("call_permission_request", "call_permission_request");
    case "quick_replies":
      throw new Error("WhatsApp has no quick replies");
  }
}

const textsOf = ({ text, footer }: { text?: string | undefined; footer?: string | undefined }): Json => ({
  ...(text === undefined ? {} : { body: { text } }),
  ...(footer === undefined ? {} : { footer: { text: footer } }),
});

function headerOf(header: Framed["header"], files: SendRequest["files"]): Json {
  if (header === undefined) return {};
  if ("text" in header) return { header: { type: "text", text: header.text } };
  const type = header.kind === "file" ? "document" : header.kind;
  const file = "attachmentId" in header ? fileOf(files, header.attachmentId) : null;
  const ref = file?.ref ?? { url: "url" in header ? header.url : "" };
  return { header: { type, [type]: { ...linkOrId(ref), ...(type === "document" && file?.name ? { filename: file.name } : {}) } } };
}

/**
 * Without a screen WhatsApp opens the form's first one.
 * Source: https://developers.facebook.com/docs/whatsapp/flows/guides/sendingaflow (2026)
 */
const flowOf = (flow: Extract<Interactive, { type: "flow" }>): Json =>
  given({
    flow_message_version: "3",
    flow_token: flow.token,
    flow_id: flow.flowId,
    flow_name: flow.flowId === undefined ? flow.flowName : undefined,
    flow_cta: flow.button,
    mode: flow.draft ? "draft" : undefined,
    flow_action: flow.screen === undefined ? undefined : "navigate",
    flow_action_payload: flow.screen === undefined ? undefined : given({ screen: flow.screen, data: flow.data }),
  });

/**
 * A card has a picture, a text, and either one link or replies.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-media-carousel-messages (22 December 2025)
 */
function cardOf(card: Extract<Interactive, { type: "cards" }>["cards"][number], index: number): Json {
  const [first] = card.buttons;
  return {
    card_index: index,
    type: "cta_url",
    header: { type: "image", image: { link: card.imageUrl } },
    body: { text: cardText(card) },
    action:
      first && "url" in first
        ? { name: "cta_url", parameters: { display_text: first.title, url: first.url } }
        : {
            buttons: card.buttons.flatMap((one) =>
              "payload" in one ? [{ type: "quick_reply", quick_reply: { id: one.payload, title: one.title } }] : [],
            ),
          },
  };
}

/** Cards have no title of their own on WhatsApp: it stands in bold above the text. */
export const cardText = ({ title, text }: { title: string; text?: string | undefined }): string =>
  text === undefined ? title : `*${title}*\n${text}`;
