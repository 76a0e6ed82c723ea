import type { Account, Act } from "./server.ts";
import type { Field } from "./sheet.ts";

export type SendItem = {
  icon: string;
  label: string;
  only?: readonly Account["channel"][];
  group: "Send" | "Shop and ads" | "Around the chat";
  fields?: readonly Field[];
  /** From what was written in the fields. */
  make(values: Record<string, string>): Act;
};

const text = (label: string, value: string): Field => ({ name: "text", label, value, long: true });
const whatsapp = ["whatsapp"] as const;
const messenger = ["messenger"] as const;
const instagram = ["instagram"] as const;
const pages = ["messenger", "instagram"] as const;
const sample = (kind: Extract<Act, { type: "media" }>["kind"], icon: string, label: string, only?: SendItem["only"]): SendItem => ({
  icon,
  label,
  group: "Send",
  ...(only ? { only } : {}),
  make: () => ({ type: "media", kind }),
});

/** Everything a customer can send beside a text, as each platform has it. */
export const sendItems: readonly SendItem[] = [
  {
    icon: "🖼️",
    label: "Picture",
    group: "Send",
    fields: [{ name: "caption", label: "Caption", value: "", optional: true }],
    make: ({ caption = "" }) => ({ type: "media", kind: "image", ...(caption ? { caption } : {}) }),
  },
  sample("video", "🎬", "Video"),
  sample("voice", "🎙️", "Voice message"),
  sample("audio", "🎵", "Sound file", ["whatsapp", "messenger"]),
  sample("document", "📄", "Document", ["whatsapp", "messenger"]),
  sample("sticker", "😊", "Sticker", ["whatsapp", "messenger"]),
  { icon: "❤️", label: "Heart", group: "Send", only: instagram, make: () => ({ type: "heart" }) },
  {
    icon: "📍",
    label: "Location",
    group: "Send",
    only: ["whatsapp", "messenger"],
    fields: [
      { name: "name", label: "Place", value: "Camden Lock" },
      { name: "latitude", label: "Latitude", value: "51.5414", type: "number" },
      { name: "longitude", label: "Longitude", value: "-0.1467", type: "number" },
    ],
    make: ({ name = "", latitude, longitude }) => ({
      type: "location",
      name,
      latitude: Number(latitude),
      longitude: Number(longitude),
      address: "Camden High Street, London",
    }),
  },
  {
    icon: "👤",
    label: "Contact",
    group: "Send",
    only: whatsapp,
    fields: [
      { name: "name", label: "Name", value: "Noa Berg" },
      { name: "phone", label: "Phone", value: "+447700900111", type: "tel" },
    ],
    make: ({ name = "", phone = "" }) => ({ type: "contact", name, phone }),
  },
  { icon: "📊", label: "Something unsupported", group: "Send", make: () => ({ type: "unsupported" }) },
  {
    icon: "👥",
    label: "Message in a group",
    group: "Send",
    only: whatsapp,
    fields: [text("Message", "Has anybody a size chart?")],
    make: ({ text: said = "" }) => ({ type: "group_text", text: said }),
  },
  {
    icon: "🛒",
    label: "Order from the catalogue",
    group: "Shop and ads",
    only: ["whatsapp", "messenger"],
    fields: [{ name: "note", label: "Note", value: "Gift wrap, please", optional: true }],
    make: ({ note = "" }) => ({
      type: "order",
      catalogId: "614402998173350",
      items: [
        { id: "COAT-CAMEL-M", name: "Alpaca coat, camel, M", quantity: 1, price: 189, currency: "GBP" },
        { id: "SCARF-GREY", name: "Scarf, grey", quantity: 2, price: 24.5, currency: "GBP" },
      ],
      ...(note ? { text: note } : {}),
    }),
  },
  {
    icon: "🏷️",
    label: "Ask about a product",
    group: "Shop and ads",
    fields: [text("Question", "Is this one still there in M?")],
    make: ({ text: said = "" }) => ({
      type: "product_question",
      text: said,
      productId: "COAT-CAMEL-M",
      catalogId: "614402998173350",
      title: "Alpaca coat, camel",
    }),
  },
  {
    icon: "📣",
    label: "Write from an ad",
    group: "Shop and ads",
    fields: [text("First message", "I saw your ad. Do you ship to Ireland?")],
    make: ({ text: said = "" }) => ({ type: "from_ad", text: said, adId: "120215550038420771", headline: "Alpaca coats", ref: "" }),
  },
  {
    icon: "🔗",
    label: "Come from a link",
    group: "Shop and ads",
    only: pages,
    fields: [{ name: "ref", label: "What the link says", value: "flyer-london" }],
    make: ({ ref = "" }) => ({ type: "referral", ref, source: "SHORTLINK" }),
  },
  {
    icon: "👋",
    label: "Get Started",
    group: "Around the chat",
    only: messenger,
    make: () => ({ type: "start", title: "Get Started", payload: "GET_STARTED" }),
  },
  {
    icon: "🧊",
    label: "Tap a suggested question",
    group: "Around the chat",
    only: pages,
    make: () => ({ type: "start", title: "What are your opening hours?", payload: "OPENING_HOURS" }),
  },
  {
    icon: "💬",
    label: "Comment in public",
    group: "Around the chat",
    only: pages,
    fields: [text("Comment", "How much is this one? 😍")],
    make: ({ text: said = "" }) => ({ type: "comment", text: said, where: "post" }),
  },
  {
    icon: "🔴",
    label: "Comment in a live video",
    group: "Around the chat",
    only: instagram,
    fields: [text("Comment", "Which size are you wearing?")],
    make: ({ text: said = "" }) => ({ type: "comment", text: said, where: "live" }),
  },
  {
    icon: "⭕",
    label: "Answer their story",
    group: "Around the chat",
    only: instagram,
    fields: [text("Answer", "I love this! What does it cost?")],
    make: ({ text: said = "" }) => ({ type: "story_reply", text: said }),
  },
  { icon: "📷", label: "Mention them in a story", group: "Around the chat", only: instagram, make: () => ({ type: "story_mention" }) },
  {
    icon: "📰",
    label: "Share a post",
    group: "Around the chat",
    only: pages,
    fields: [{ name: "text", label: "With words", value: "This one?", optional: true }],
    make: ({ text: said = "" }) => ({ type: "share", what: "post", ...(said ? { text: said } : {}) }),
  },
  { icon: "🎞️", label: "Share a reel", group: "Around the chat", only: pages, make: () => ({ type: "share", what: "reel" }) },
];

/** What changes between the person and the business without a message. */
export function relationItems(
  channel: Account["channel"],
  state: { calling: boolean; blocked: boolean; noMarketing: boolean },
): { icon: string; label: string; act: Act }[] {
  const { calling, blocked, noMarketing } = state;
  const everywhere = [
    noMarketing
      ? { icon: "🔔", label: "Take offers again", act: { type: "marketing", value: "resume" } as const }
      : { icon: "🔕", label: "Stop offers", act: { type: "marketing", value: "stop" } as const },
    blocked
      ? { icon: "✅", label: "Unblock the business", act: { type: "block", blocked: false } as const }
      : { icon: "🚫", label: "Block the business", act: { type: "block", blocked: true } as const },
  ];
  if (channel !== "whatsapp") return everywhere;
  return [
    calling ? { icon: "📞", label: "Hang up", act: { type: "hang_up" } } : { icon: "📞", label: "Call the business", act: { type: "call" } },
    { icon: "📱", label: "Get a new phone number", act: { type: "new_number" } },
    { icon: "🆔", label: "Get a new user id", act: { type: "new_user_id" } },
    ...everywhere,
  ];
}
