import type { Content } from "./content.ts";
import type { Interactive, OutboundContent } from "./outbound-content.ts";

/** What a template says with its places filled, as its channel reads it. */
export type ShownTemplate = { text: string; buttons: string[] };

type Card = NonNullable<Content["cards"]>[number];
type Button = Card["buttons"][number];

/** What people see of a message that is sent: on the timeline, in the list, in exports. */
export function showOutbound(content: OutboundContent, template: ShownTemplate | null): Content {
  switch (content.kind) {
    case "text":
      return { kind: "text", text: content.text };
    case "location": {
      const { latitude, longitude, name = null, address = null } = content;
      return { kind: "location", text: null, location: { latitude, longitude, name, address, url: null } };
    }
    case "template": {
      const { name, language } = content;
      const shown = { kind: "template" as const, text: template?.text ?? null, template: { type: "template", name, language } };
      if (!template) return shown;
      return { ...shown, cards: [{ ...bareCard, buttons: template.buttons.map((title) => reply(title)) }] };
    }
    case "interactive":
      return showInteractive(content.interactive);
    default:
      return { kind: content.kind, text: content.caption ?? null };
  }
}

const bareCard: Card = { title: null, text: null, footer: null, imageUrl: null, url: null, buttons: [] };
const reply = (title: string, payload: string | null = null): Button => ({ kind: "reply", title, payload, url: null });

function showInteractive(one: Interactive): Content {
  const head = "header" in one && one.header && "text" in one.header ? one.header.text : null;
  const footer = "footer" in one ? (one.footer ?? null) : null;
  return {
    kind: "interactive",
    text: "text" in one ? (one.text ?? null) : null,
    template: { type: one.type, name: null, language: null },
    cards: one.type === "cards" ? one.cards.map(showCard) : [{ ...bareCard, title: head, footer, buttons: buttonsOf(one) }],
    ...(one.type === "product" ? { product: { catalogId: one.catalogId, id: one.productId, title: null } } : {}),
    ...(one.type === "order_details" ? { order: showOrder(one) } : {}),
  };
}

type CardIn = Extract<Interactive, { type: "cards" }>["cards"][number];
const showCard = (one: CardIn): Card => ({
  title: one.title,
  text: one.text ?? null,
  footer: null,
  imageUrl: one.imageUrl ?? null,
  url: one.url ?? null,
  buttons: one.buttons.map((button) =>
    "url" in button
      ? { kind: "url", title: button.title, payload: null, url: button.url }
      : { kind: "postback", title: button.title, payload: button.payload, url: null },
  ),
});

function buttonsOf(one: Interactive): Button[] {
  switch (one.type) {
    case "buttons":
      return one.buttons.map((button) => reply(button.title, button.id));
    case "quick_replies":
      return one.replies.map((choice) => ("ask" in choice ? reply(choice.ask) : reply(choice.title, choice.payload)));
    case "list":
      return one.sections.flatMap((section) => section.rows.map((row) => reply(row.title, row.id)));
    case "link":
      return [{ kind: "url", title: one.title, payload: null, url: one.url }];
    case "flow":
      return [{ kind: "flow", title: one.button, payload: null, url: null }];
    default:
      return [];
  }
}

/** Minor units as a decimal text; every currency of these payments (INR, BRL) has two places. */
const major = (minor: number): string => `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, "0")}`;

function showOrder(one: Extract<Interactive, { type: "order_details" }>): NonNullable<Content["order"]> {
  const goods = one.items.reduce((sum, item) => sum + item.amount * item.quantity, 0);
  return {
    catalogId: null,
    lines: one.items.map((item) => ({
      productId: item.productId,
      title: item.name,
      quantity: item.quantity,
      unitPrice: major(item.amount),
      currency: one.currency,
      imageUrl: null,
    })),
    total: major(Math.max(0, goods + one.tax + one.shipping - one.discount)),
    currency: one.currency,
  };
}
