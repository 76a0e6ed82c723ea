import type { Channel, Content } from "@onethread/core";

/** Of an item what this needs to know; more may be in it. */
type VisitorSource = {
  id: string;
  type: string;
  direction: "inbound" | "outbound" | null;
  channel: Channel | null;
  externalId: string | null;
  author: { type: string; name: string | null };
  occurredAt: string;
  content: Omit<Content, "kind"> & { kind: string };
  attachments: readonly { id: string; kind: string; mime: string | null; name: string | null; bytes: number | null; state: string }[];
  replyTo: { messageId: string | null } | null;
  editedAt: string | null;
  deletedAt: string | null;
  delivery: { status: string } | null;
};

type VisitorButton = { title: string; payload: string | null; url: string | null };
type VisitorCard = {
  title: string | null;
  text: string | null;
  footer: string | null;
  imageUrl: string | null;
  url: string | null;
  buttons: VisitorButton[];
};

/** A message as a visitor may see it. Everything here was chosen: nothing is copied that is not named. */
export type VisitorItem = {
  id: string;
  /** The visitor's own: the id their page gave it. */
  clientId: string | null;
  from: "visitor" | "business";
  /** Who of the business wrote it; null: the visitor. */
  author: { kind: "agent" | "bot" | "business"; name: string | null } | null;
  at: string;
  kind: string;
  text: string | null;
  cards: VisitorCard[];
  files: { id: string; kind: string; mime: string | null; name: string | null; bytes: number | null }[];
  replyToId: string | null;
  editedAt: string | null;
  deletedAt: string | null;
  /** The business': how far it has got. */
  status: "sent" | "delivered" | "read" | null;
};

const shown = new Set(["text", "image", "video", "audio", "voice", "file", "button_reply", "flow_reply", "interactive"]);
const gone = ["sent", "delivered", "read"] as const;

/**
 * An item as the visitor sees it; null: it is none of their business. Notes, events, what came or went by another channel,
 * and what is not sent yet never get past here.
 */
export function renderForVisitor(item: VisitorSource): VisitorItem | null {
  if (item.type !== "message" || item.channel !== "webchat" || !shown.has(item.content.kind)) return null;
  const mine = item.direction === "inbound";
  const status = gone.find((one) => one === item.delivery?.status) ?? null;
  if (!mine && (item.direction !== "outbound" || status === null)) return null;
  const away = item.deletedAt !== null;
  return {
    id: item.id,
    clientId: mine ? clientIdOf(item.externalId) : null,
    from: mine ? "visitor" : "business",
    author: mine ? null : authorOf(item.author),
    at: item.occurredAt,
    kind: item.content.kind,
    text: away ? null : (item.content.text ?? null),
    cards: away || mine ? [] : (item.content.cards ?? []).map(cardOf),
    files: away ? [] : item.attachments.filter(({ state }) => state === "ready").map(fileOf),
    replyToId: item.replyTo?.messageId ?? null,
    editedAt: away ? null : item.editedAt,
    deletedAt: item.deletedAt,
    status: mine ? null : status,
  };
}

const clientIdOf = (externalId: string | null): string | null => externalId?.slice(externalId.indexOf(".") + 1) ?? null;

const authorOf = ({ type, name }: VisitorSource["author"]): VisitorItem["author"] =>
  type === "agent" ? { kind: "agent", name } : type === "bot" ? { kind: "bot", name: null } : { kind: "business", name: null };

const fileOf = ({ id, kind, mime, name, bytes }: VisitorSource["attachments"][number]) => ({ id, kind, mime, name, bytes });

const cardOf = ({ title, text, footer, imageUrl, url, buttons }: NonNullable<Content["cards"]>[number]): VisitorCard => ({
  title,
  text,
  footer,
  imageUrl,
  url,
  buttons: buttons.map((button) => ({ title: button.title, payload: button.payload, url: button.url })),
});
