import { z } from "zod";

/** What a message is. The names are the API's and final. */
export const messageKinds = [
  "text",
  "image",
  "video",
  "audio",
  "voice",
  "file",
  "sticker",
  "location",
  "contacts",
  "button_reply",
  "list_reply",
  "flow_reply",
  "system_reply",
  "postback",
  "order",
  "share",
  "story_reply",
  "story_mention",
  "comment",
  "appointment",
  "template",
  "interactive",
  "system",
  "media_placeholder",
  "unsupported",
] as const;
export type MessageKind = (typeof messageKinds)[number];

const word = z.string().nullable();

const location = z.object({ latitude: z.number(), longitude: z.number(), name: word, address: word, url: word }).meta({ id: "Location" });

const contactCard = z
  .object({
    name: word,
    organisation: word,
    birthday: word,
    phones: z.array(z.object({ number: z.string(), type: word, whatsapp: word })),
    emails: z.array(z.object({ address: z.string(), type: word })),
    addresses: z.array(z.string()),
    urls: z.array(z.string()),
  })
  .meta({ id: "ContactCard" });

/** Amounts are decimal texts in major units ("80.94"), never floating point. */
const order = z
  .object({
    catalogId: word,
    lines: z.array(z.object({ productId: word, title: word, quantity: z.number(), unitPrice: word, currency: word, imageUrl: word })),
    /** null when prices are missing or in several currencies. */
    total: word,
    currency: word,
  })
  .meta({ id: "Order" });

const button = z
  .object({
    kind: z.enum(["reply", "url", "phone", "postback", "copy_code", "flow", "other"]),
    title: z.string(),
    payload: word,
    url: word,
  })
  .meta({ id: "Button" });

/** What a card, a list, a form or a template showed, as far as the platform tells or as we sent it. */
const card = z.object({ title: word, text: word, footer: word, imageUrl: word, url: word, buttons: z.array(button) }).meta({ id: "Card" });

const comment = z
  .object({
    postId: word,
    parentId: word,
    /** Where it stands: feed, reels, story, ad, live; as the platform names it, in lower case. */
    place: word,
    adId: word,
    live: z.boolean(),
  })
  .meta({ id: "Comment" });

export const content = z
  .object({
    kind: z.enum(messageKinds),
    text: word,
    /** Replies and postbacks: what the button carries. */
    payload: z.string().optional(),
    /** `unsupported` only: the platform's own name of the type, e.g. `poll`. */
    platformType: z.string().optional(),
    forwarded: z.enum(["once", "often"]).optional(),
    /** A list row's second line. */
    description: z.string().optional(),
    location: location.optional(),
    contacts: z.array(contactCard).optional(),
    order: order.optional(),
    cards: z.array(card).optional(),
    /** Template and interactive: which one it was. `sections` are a list's. */
    template: z.object({ type: word, name: word, language: word }).optional(),
    /** A filled form: its name and the fields as the customer left them; null when they can't be read. */
    form: z.object({ name: word, fields: z.record(z.string(), z.unknown()).nullable() }).optional(),
    /** The post, reel, story or page somebody shared, or whose story it is about. */
    share: z.object({ type: z.string(), id: word, title: word, url: word }).optional(),
    story: z.object({ id: word, url: word }).optional(),
    comment: comment.optional(),
    appointment: z.object({ id: word, status: word, startsAt: word, endsAt: word, timeZone: word }).optional(),
    payment: z.object({ method: word, reference: word, lastDigits: word }).optional(),
    /** What the customer allowed or refused when asked, e.g. to be called. */
    permission: z.object({ kind: z.string(), granted: z.boolean(), until: word }).optional(),
    /** The product a message asks about. */
    product: z.object({ catalogId: word, id: word, title: word }).optional(),
    commands: z.array(z.string()).optional(),
    /** A system notice's own type, e.g. `user_changed_number`. */
    notice: z.string().optional(),
    /** The platform said that a part is missing or broken. */
    error: z.object({ code: z.string(), message: word }).optional(),
    /** The group it was written in. */
    group: z.string().optional(),
    /** Outbound from elsewhere: `phone_app`, `page_inbox`, `app:<id>`. */
    sentFrom: z.string().optional(),
  })
  .meta({ id: "MessageContent" });
export type Content = z.infer<typeof content>;

/** As the platforms name what is attached, in our words where they agree. */
export const attachmentKinds = [
  "image",
  "video",
  "audio",
  "file",
  "reel",
  "ig_reel",
  "post",
  "ig_post",
  "ig_story",
  "story",
  "share",
  "like_heart",
  "fallback",
  "template",
  "unsupported_type",
] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];

/** A file or a thing that hangs on a message, as a parser sees it. */
export type InboundAttachment = {
  kind: AttachmentKind;
  /** Where its bytes are; null: there are none to fetch. */
  source: { type: "media_id"; id: string } | { type: "url"; url: string } | null;
  mime: string | null;
  name: string | null;
  /** Hex. */
  sha256: string | null;
  /** The platform's id of the thing itself (a post, a reel, a sticker). */
  platformId: string | null;
  title: string | null;
  voice: boolean;
  sticker: boolean;
  animated: boolean;
  /** Milliseconds since 1970 when the source ends, as far as the platform documents it; null: not known. */
  expiresAt: number | null;
};
