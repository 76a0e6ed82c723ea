import { z } from "zod";
import { typeId } from "./api/primitives.ts";

/**
 * What can be sent, in our words. Each channel takes what its platform knows and refuses the rest before anything is
 * sent. Lengths here only keep requests sane; the platforms' own limits live with the channels.
 */
const text = z.string().min(1).max(20_000);
const short = z.string().min(1).max(1000);
const attachmentId = typeId("attachment");

/** A picture, film or document in a head: one we keep, or one the platform fetches itself. */
const headMedia = z.union([
  z.strictObject({ kind: z.enum(["image", "video", "file"]), attachmentId }),
  z.strictObject({ kind: z.enum(["image", "video", "file"]), url: z.url({ protocol: /^https$/ }) }),
]);
const frame = {
  header: z.union([z.strictObject({ text: short }), headMedia]).optional(),
  text,
  footer: short.optional(),
};

const cardButton = z.union([z.strictObject({ title: short, url: z.url() }), z.strictObject({ title: short, payload: short })]);

/** Amounts in the currency's minor units (cents). */
const amount = z.int().min(0);
const orderItem = z.strictObject({ productId: short, name: short, quantity: z.int().min(1), amount });

export const interactive = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("buttons"),
    ...frame,
    buttons: z
      .array(z.strictObject({ id: short, title: short }))
      .min(1)
      .max(20),
  }),
  z.strictObject({
    type: z.literal("quick_replies"),
    text,
    replies: z
      .array(z.union([z.strictObject({ title: short, payload: short }), z.strictObject({ ask: z.enum(["phone", "email"]) })]))
      .min(1)
      .max(50),
  }),
  z.strictObject({
    type: z.literal("list"),
    ...frame,
    button: short,
    sections: z
      .array(
        z.strictObject({
          title: short.optional(),
          rows: z
            .array(z.strictObject({ id: short, title: short, description: short.optional() }))
            .min(1)
            .max(50),
        }),
      )
      .min(1)
      .max(50),
  }),
  z.strictObject({ type: z.literal("link"), ...frame, title: short, url: z.url() }),
  z.strictObject({
    type: z.literal("cards"),
    /** Above the cards: WhatsApp needs it, Messenger and Instagram have no place for it. */
    text: text.optional(),
    cards: z
      .array(
        z.strictObject({
          title: short,
          text: short.optional(),
          imageUrl: z.url().optional(),
          url: z.url().optional(),
          buttons: z.array(cardButton).max(10).default([]),
        }),
      )
      .min(1)
      .max(30),
  }),
  z.strictObject({ type: z.literal("product"), catalogId: short, productId: short, text: text.optional(), footer: short.optional() }),
  z.strictObject({
    type: z.literal("product_list"),
    catalogId: short,
    header: z.strictObject({ text: short }),
    text,
    footer: short.optional(),
    sections: z
      .array(z.strictObject({ title: short, productIds: z.array(short).min(1) }))
      .min(1)
      .max(50),
  }),
  z.strictObject({ type: z.literal("catalog"), text, footer: short.optional(), productId: short.optional() }),
  z.strictObject({
    type: z.literal("flow"),
    ...frame,
    button: short,
    flowId: short.optional(),
    flowName: short.optional(),
    token: short,
    screen: short.optional(),
    data: z.record(z.string(), z.unknown()).optional(),
    draft: z.boolean().optional(),
  }),
  z.strictObject({ type: z.literal("location_request"), text }),
  z.strictObject({ type: z.literal("contact_request"), text }),
  z.strictObject({ type: z.literal("address_request"), text, country: z.string().length(2), values: z.record(z.string(), z.string()).optional() }),
  z.strictObject({ type: z.literal("call_permission_request"), text }),
  z.strictObject({
    type: z.literal("order_details"),
    ...frame,
    reference: short,
    goods: z.enum(["digital", "physical"]),
    currency: z.string().length(3),
    /** As the platform wants it for the business' country: configuration, UPI, Pix, link, boleto. Passed on as given. */
    paymentSettings: z.array(z.record(z.string(), z.unknown())).min(1),
    country: z.enum(["IN", "BR"]),
    items: z.array(orderItem).min(1),
    tax: amount.default(0),
    shipping: amount.default(0),
    discount: amount.default(0),
  }),
  z.strictObject({
    type: z.literal("order_status"),
    text,
    reference: short,
    status: z.enum(["pending", "processing", "partially-shipped", "shipped", "completed", "canceled"]),
    description: short.optional(),
  }),
]);
export type Interactive = z.infer<typeof interactive>;

const templateParameter = z.union([
  z.strictObject({ type: z.literal("text"), text: short, name: short.optional() }),
  z.strictObject({ type: z.enum(["image", "video", "file"]), attachmentId, filename: short.optional() }),
  z.strictObject({ type: z.enum(["image", "video", "file"]), url: z.url({ protocol: /^https$/ }), filename: short.optional() }),
  z.strictObject({ type: z.literal("location"), latitude: z.number(), longitude: z.number(), name: short.optional(), address: short.optional() }),
  /** A button's: what comes back when it is pressed, or the code to copy. */
  z.strictObject({ type: z.literal("payload"), payload: short }),
  z.strictObject({ type: z.literal("code"), code: short }),
  z.strictObject({ type: z.literal("flow"), token: short, data: z.record(z.string(), z.unknown()).optional() }),
  z.strictObject({
    type: z.literal("products"),
    thumbnailProductId: short,
    sections: z
      .array(z.strictObject({ title: short, productIds: z.array(short).min(1).max(30) }))
      .min(1)
      .max(10),
  }),
]);
export type TemplateParameter = z.infer<typeof templateParameter>;
const templateComponent = z.strictObject({
  type: z.enum(["header", "body", "button"]),
  /** Buttons only: which one, from 0, and its kind. */
  index: z.int().min(0).max(9).optional(),
  subType: z.enum(["quick_reply", "url", "copy_code", "flow", "catalog", "mpm"]).optional(),
  parameters: z.array(templateParameter).max(50),
});
export type TemplateComponent = z.infer<typeof templateComponent>;

export const outboundContent = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("text"), text }),
    z.strictObject({ kind: z.enum(["image", "video", "audio", "file", "sticker"]), attachmentId, caption: z.string().max(5000).optional() }),
    z.strictObject({ kind: z.literal("location"), latitude: z.number(), longitude: z.number(), name: short.optional(), address: short.optional() }),
    z.strictObject({ kind: z.literal("template"), name: short, language: short, components: z.array(templateComponent).max(20).default([]) }),
    z.strictObject({ kind: z.literal("interactive"), interactive }),
  ])
  .meta({ id: "OutboundContent" });
export type OutboundContent = z.infer<typeof outboundContent>;

/** Where a platform finds a file of ours: uploaded there before, or at an address it fetches. */
export type MediaRef = { id: string } | { url: string };

/** The files a content needs, by our attachment ids. */
export function attachmentsOf(content: OutboundContent): string[] {
  if ("attachmentId" in content) return [content.attachmentId];
  if (content.kind === "template")
    return content.components.flatMap((one) => one.parameters.flatMap((parameter) => ("attachmentId" in parameter ? [parameter.attachmentId] : [])));
  if (content.kind === "interactive" && "header" in content.interactive) {
    const { header } = content.interactive;
    if (header && "attachmentId" in header) return [header.attachmentId];
  }
  return [];
}
