import type { ContentProblem, Interactive } from "@onethread/core";
import { checkCount, checkFile, checkText, checkUnique, type Files, problem } from "../meta/check-parts.ts";
import { checkCards } from "./check-cards.ts";
import { checkOrder } from "./check-order.ts";
import { limits } from "./limits.ts";

const at = "/interactive";
type Of<T extends Interactive["type"]> = Extract<Interactive, { type: T }>;

/**
 * Everything WhatsApp would refuse about an interactive message.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-reply-buttons-messages,
 * …/interactive-list-messages (its body alone may have 4096), …/interactive-cta-url-messages and
 * …/catalogs/sell-products-and-services/share-products (2025/2026)
 */
export function checkInteractive(interactive: Interactive, files: Files): ContentProblem[] {
  if (interactive.type === "quick_replies") return problem(`${at}/type`, "WhatsApp has no quick replies. Use buttons or a list.");
  if (interactive.type === "cards") return checkCards(interactive);
  return [...checkFrame(interactive, files), ...checkBody(interactive)];
}

function checkFrame(interactive: Exclude<Interactive, Of<"quick_replies" | "cards">>, files: Files): ContentProblem[] {
  const body = "text" in interactive ? interactive.text : undefined;
  const footer = "footer" in interactive ? interactive.footer : undefined;
  return [
    ...("header" in interactive ? checkHeader(interactive, files) : []),
    ...checkText(`${at}/text`, "The text", body, interactive.type === "list" ? 4096 : 1024),
    ...checkText(`${at}/footer`, "The footer", footer, 60),
  ];
}

function checkHeader({ type, header }: Of<"buttons" | "list" | "link" | "flow" | "order_details" | "product_list">, files: Files): ContentProblem[] {
  if (header === undefined) return [];
  if ("text" in header) {
    if (type === "order_details") return problem(`${at}/header`, "A bill's header can only be an image.");
    return checkText(`${at}/header/text`, "The header", header.text, 60);
  }
  if (type === "list") return problem(`${at}/header`, "A list's header can only be a text.");
  if (type === "order_details" && header.kind !== "image") return problem(`${at}/header`, "A bill's header can only be an image.");
  if (!("attachmentId" in header)) return [];
  return checkFile({ pointer: `${at}/header/attachmentId`, attachmentId: header.attachmentId, kind: header.kind }, limits.files, files, "WhatsApp");
}

function checkBody(interactive: Exclude<Interactive, Of<"quick_replies" | "cards">>): ContentProblem[] {
  switch (interactive.type) {
    case "buttons":
      return checkButtons(interactive);
    case "list":
      return checkList(interactive);
    case "link":
      return checkText(`${at}/title`, "The button's title", interactive.title, 20);
    case "product_list":
      return checkProducts(interactive);
    case "flow":
      return checkFlow(interactive);
    case "address_request":
      // https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/address-messages (2026), Singapore
      // by an older page
      return ["IN", "SG"].includes(interactive.country.toUpperCase())
        ? []
        : problem(`${at}/country`, "WhatsApp asks for addresses only in India (IN) and Singapore (SG).");
    case "order_details":
      return checkOrder(interactive);
    default:
      return [];
  }
}

function checkButtons({ buttons }: Of<"buttons">): ContentProblem[] {
  const place = (index: number): string => `${at}/buttons/${index}`;
  return [
    ...checkCount(`${at}/buttons`, "buttons", buttons.length, 3),
    ...buttons.flatMap(({ id, title }, index) => [
      ...checkText(`${place(index)}/id`, "The button's id", id, 256),
      ...checkText(`${place(index)}/title`, "The button's title", title, 20),
    ]),
    ...checkUnique(
      buttons.map(({ id }, index) => ({ pointer: `${place(index)}/id`, value: id })),
      "The id",
    ),
    ...checkUnique(
      buttons.map(({ title }, index) => ({ pointer: `${place(index)}/title`, value: title })),
      "The title",
    ),
  ];
}

function checkList({ button, sections }: Of<"list">): ContentProblem[] {
  const rows = sections.flatMap((section, index) => section.rows.map((row, place) => ({ ...row, pointer: `${at}/sections/${index}/rows/${place}` })));
  return [
    ...checkText(`${at}/button`, "The button's title", button, 20),
    ...checkCount(`${at}/sections`, "sections", sections.length, 10),
    ...checkCount(`${at}/sections`, "rows in all sections together", rows.length, 10),
    ...sections.flatMap(({ title }, index) =>
      title === undefined && sections.length > 1
        ? problem(`${at}/sections/${index}/title`, "Each section needs a title when there is more than one.")
        : checkText(`${at}/sections/${index}/title`, "The section's title", title, 24),
    ),
    ...rows.flatMap(({ pointer, id, title, description }) => [
      ...checkText(`${pointer}/id`, "The row's id", id, 200),
      ...checkText(`${pointer}/title`, "The row's title", title, 24),
      ...checkText(`${pointer}/description`, "The row's description", description, 72),
    ]),
    ...checkUnique(
      rows.map(({ pointer, id }) => ({ pointer: `${pointer}/id`, value: id })),
      "The id",
    ),
  ];
}

function checkProducts({ sections }: Of<"product_list">): ContentProblem[] {
  const products = sections.reduce((sum, section) => sum + section.productIds.length, 0);
  return [
    ...checkCount(`${at}/sections`, "sections", sections.length, 10),
    ...checkCount(`${at}/sections`, "products in all sections together", products, 30),
    ...sections.flatMap(({ title }, index) => checkText(`${at}/sections/${index}/title`, "The section's title", title, 24)),
  ];
}

/** Source: https://developers.facebook.com/docs/whatsapp/flows/guides/sendingaflow (30 characters from general knowledge, not re-read) */
function checkFlow({ button, flowId, flowName, screen, data }: Of<"flow">): ContentProblem[] {
  return [
    ...checkText(`${at}/button`, "The button's title", button, 30),
    ...(flowId === undefined && flowName === undefined ? problem(`${at}/flowId`, "Say which form it is, by its id or its name.") : []),
    ...(flowId !== undefined && flowName !== undefined ? problem(`${at}/flowName`, "Give the form's id or its name, not both.") : []),
    ...(data !== undefined && screen === undefined ? problem(`${at}/screen`, "Say which screen of the form the data is for.") : []),
  ];
}
