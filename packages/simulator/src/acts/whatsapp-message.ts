import type { Simulator } from "../simulator.ts";
import { makeGroupId } from "../wire/make-id.ts";
import { whatsappAddress } from "../world/media-address.ts";
import { type MediaFile, sha256Of } from "../world/media-store.ts";
import type { Person } from "../world/world.ts";
import type { MessageAct } from "./act-schema.ts";

type Wire = Record<string, unknown>;
/** How an act stands in a message of WhatsApp. */
export type WhatsappContent = { type: string; content: Wire; context?: Wire; beside?: Wire };
export type Sent = { simulator: Simulator; person: Person; file: MediaFile | null };

/**
 * The body of a message from a person; null for what WhatsApp does not have.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages (2026)
 */
export function whatsappContent(act: MessageAct, sent: Sent): WhatsappContent | null {
  const words = (text: string): WhatsappContent => ({ type: "text", content: { text: { body: text } } });
  switch (act.type) {
    case "text":
      return words(act.text);
    case "media":
      return sent.file && mediaContent(act, sent.file, sent.simulator);
    case "location": {
      const { type: _, ...location } = act;
      return { type: "location", content: { location } };
    }
    case "contact":
      return { type: "contacts", content: { contacts: [card(act)] } };
    case "share_number": {
      const phone = sent.person.phone ?? "447700900000";
      return {
        type: "contacts",
        content: { contacts: [{ phones: [{ phone: `+${phone}`, wa_id: phone, type: "CELL" }], origin: "contact_request" }] },
      };
    }
    case "order":
      return { type: "order", content: { order: orderOf(act) } };
    case "product_question":
      return { ...words(act.text), context: { referred_product: { catalog_id: act.catalogId, product_retailer_id: act.productId } } };
    case "from_ad":
      return { ...words(act.text), beside: { referral: adReferral(act) } };
    case "unsupported":
      return { type: "unsupported", content: { errors: [notSupported], unsupported: { type: "poll" } } };
    case "group_text":
      return { ...words(act.text), beside: { group_id: act.groupId ?? makeGroupId() } };
    default:
      return null;
  }
}

function mediaContent({ kind, caption }: { kind: string; caption?: string | undefined }, file: MediaFile, simulator: Simulator): WhatsappContent {
  const type = kind === "voice" ? "audio" : kind;
  const captioned = type === "image" || type === "video" || type === "document";
  const media = {
    ...(captioned && caption ? { caption } : {}),
    ...(type === "document" ? { filename: file.name } : {}),
    mime_type: file.mime,
    sha256: sha256Of(file, "base64"),
    id: file.id,
    url: whatsappAddress(simulator, file),
    ...(type === "audio" ? { voice: kind === "voice" } : {}),
    ...(type === "sticker" ? { animated: false } : {}),
  };
  return { type, content: { [type]: media } };
}

function card({ name, phone, email }: { name: string; phone: string; email?: string | undefined }): Wire {
  const [first = name, ...rest] = name.split(" ");
  return {
    name: { formatted_name: name, first_name: first, ...(rest.length > 0 ? { last_name: rest.join(" ") } : {}) },
    phones: [{ phone, type: "CELL" }],
    ...(email ? { emails: [{ email, type: "WORK" }] } : {}),
  };
}

const orderOf = (act: Extract<MessageAct, { type: "order" }>): Wire => ({
  catalog_id: act.catalogId,
  ...(act.text ? { text: act.text } : {}),
  product_items: act.items.map(({ id, quantity, price, currency }) => ({ product_retailer_id: id, quantity, item_price: price, currency })),
});

const adReferral = ({ adId, headline }: { adId: string; headline: string }): Wire => ({
  source_url: "https://fb.me/3fakeAdLink",
  source_id: adId,
  source_type: "ad",
  headline,
  body: "Write to us to reserve yours",
  media_type: "image",
  image_url: "https://scontent.xx.fbcdn.net/v/t45.1600-4/ad.jpg",
  ctwa_clid: "Y3zRm8T2KGzXRQESykUbSCDD4u866T2u2Z1Ysyf61dWBsujUcqgcDayraq6T",
  welcome_message: { text: "Hello! How can we help?" },
});

const notSupported = {
  code: 131051,
  title: "Message type unknown",
  message: "Message type unknown",
  error_data: { details: "Message type is currently not supported." },
};
