import type { ChannelName } from "../config.ts";
import type { Template } from "./template.ts";

type Made = Omit<Template, "id">;
const plain = {
  language: "en_GB",
  status: "APPROVED",
  parameter_format: "POSITIONAL",
  rejected_reason: "NONE",
  quality_score: { score: "GREEN" },
} as const;

const body = (text: string, example?: string[]) => ({ type: "BODY" as const, text, ...(example ? { example: { body_text: [example] } } : {}) });
const buttons = (...list: { type: string; text?: string; [key: string]: unknown }[]) => ({ type: "BUTTONS" as const, buttons: list });

const delivery: Made = {
  ...plain,
  name: "delivery_update",
  category: "UTILITY",
  components: [
    body("Hello {{1}}, your order {{2}} is on its way and will be with you on {{3}}.", ["Maya", "10482", "Thursday"]),
    { type: "FOOTER", text: "Alpaca & Co" },
    buttons({ type: "URL", text: "Track the parcel", url: "https://alpaca.example/track/{{1}}", example: ["https://alpaca.example/track/10482"] }),
  ],
};

const whatsapp: Made[] = [
  delivery,
  {
    ...plain,
    name: "welcome_back",
    category: "MARKETING",
    parameter_format: "NAMED",
    components: [
      {
        type: "HEADER",
        format: "TEXT",
        text: "New coats, {{first_name}}!",
        example: { header_text_named_params: [{ param_name: "first_name", example: "Maya" }] },
      },
      body("Hi {{first_name}}, the {{collection}} collection is here. Shall we put one aside for you?"),
      { type: "FOOTER", text: "Reply STOP to get no more of these" },
      buttons({ type: "QUICK_REPLY", text: "Yes, please" }, { type: "QUICK_REPLY", text: "Not now" }),
    ],
  },
  {
    ...plain,
    name: "order_confirmation",
    category: "UTILITY",
    components: [
      { type: "HEADER", format: "DOCUMENT", example: { header_handle: ["https://scontent.whatsapp.net/v/order.pdf"] } },
      body("Thank you, {{1}}. Your order {{2}} is confirmed; the receipt is attached.", ["Maya", "10482"]),
    ],
  },
  {
    ...plain,
    name: "voucher",
    language: "de",
    category: "MARKETING",
    quality_score: { score: "YELLOW" },
    components: [
      body("Hallo {{1}}, zehn Prozent auf alles bis Sonntag.", ["Maya"]),
      buttons({ type: "COPY_CODE", text: "Copy code", example: "ALPACA10" }),
    ],
  },
  { ...plain, name: "hello_world", language: "en_US", category: "UTILITY", components: [body("Hello and welcome! This is a first test message.")] },
  {
    ...plain,
    name: "autumn_sale",
    category: "MARKETING",
    status: "PAUSED",
    quality_score: { score: "RED" },
    components: [body("Autumn sale: everything must go!")],
  },
  {
    ...plain,
    name: "cheap_cheap",
    category: "UTILITY",
    status: "REJECTED",
    rejected_reason: "TAG_CONTENT_MISMATCH",
    components: [body("CHEAP!!! Buy now!!!")],
  },
];

/** What a business has to begin with, so that there is something to send and something to see refused. */
export const sampleTemplates = (channel: ChannelName): Made[] =>
  structuredClone(channel === "whatsapp" ? whatsapp : channel === "messenger" ? [delivery] : []);
