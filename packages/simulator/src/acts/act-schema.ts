import { z } from "zod";

const id = z.string().min(1).max(300);
const text = z.string().max(100_000);
const line = z.string().min(1).max(2_000);

const orderItem = z.strictObject({
  id: line,
  name: line.optional(),
  quantity: z.number().int().min(1).max(99),
  price: z.number().min(0),
  currency: z.string().length(3).default("GBP"),
});

/** What a person can send: it stands as a bubble on the phone. */
const messageActs = [
  z.strictObject({ type: z.literal("text"), text: text.min(1) }),
  z.strictObject({
    type: z.literal("media"),
    kind: z.enum(["image", "video", "audio", "voice", "document", "sticker"]),
    /** From `POST /files`; without it a sample is sent. */
    mediaId: id.optional(),
    caption: text.optional(),
  }),
  z.strictObject({
    type: z.literal("location"),
    latitude: z.number(),
    longitude: z.number(),
    name: line.optional(),
    address: line.optional(),
    url: z.url().optional(),
  }),
  z.strictObject({ type: z.literal("contact"), name: line, phone: line, email: line.optional() }),
  z.strictObject({ type: z.literal("share_number") }),
  z.strictObject({
    type: z.literal("order"),
    catalogId: line.default("614402998173350"),
    items: z.array(orderItem).min(1).max(50),
    text: text.optional(),
  }),
  z.strictObject({
    type: z.literal("product_question"),
    text: text.min(1),
    productId: line,
    catalogId: line.default("614402998173350"),
    title: line.optional(),
  }),
  z.strictObject({
    type: z.literal("from_ad"),
    text: text.min(1),
    adId: line.default("120215550038420771"),
    headline: line.default("Alpaca coats"),
    ref: z.string().max(500).default(""),
  }),
  z.strictObject({ type: z.literal("story_reply"), text: text.min(1) }),
  z.strictObject({ type: z.literal("story_mention") }),
  z.strictObject({ type: z.literal("share"), what: z.enum(["post", "reel", "story"]), title: line.optional(), text: text.optional() }),
  z.strictObject({ type: z.literal("heart") }),
  z.strictObject({ type: z.literal("unsupported") }),
  z.strictObject({ type: z.literal("group_text"), text: text.min(1), groupId: id.optional() }),
] as const;

/** What else a person can do. */
const otherActs = [
  z.strictObject({ type: z.literal("tap"), messageId: id, key: id, values: z.record(z.string(), z.unknown()).optional() }),
  z.strictObject({ type: z.literal("start"), title: line.default("Get Started"), payload: line.default("GET_STARTED"), ref: line.optional() }),
  z.strictObject({ type: z.literal("referral"), ref: line, source: z.enum(["SHORTLINK", "ADS"]).default("SHORTLINK"), adId: line.optional() }),
  z.strictObject({
    type: z.literal("comment"),
    text: text.min(1),
    where: z.enum(["post", "ad", "reel", "live"]).default("post"),
    parentId: id.optional(),
  }),
  z.strictObject({ type: z.literal("react"), messageId: id, emoji: z.string().min(1).max(20).nullable() }),
  z.strictObject({ type: z.literal("edit"), messageId: id, text: text.min(1) }),
  z.strictObject({ type: z.literal("delete"), messageId: id }),
  z.strictObject({ type: z.literal("play"), messageId: id }),
  z.strictObject({ type: z.literal("call") }),
  z.strictObject({ type: z.literal("hang_up") }),
  z.strictObject({ type: z.literal("marketing"), value: z.enum(["stop", "resume"]) }),
  z.strictObject({ type: z.literal("new_number"), phone: z.string().regex(/\d{5}/).optional() }),
  z.strictObject({ type: z.literal("new_user_id") }),
  z.strictObject({ type: z.literal("block"), blocked: z.boolean() }),
] as const;

export const actSchema = z.discriminatedUnion("type", [...messageActs, ...otherActs]);
export type Act = z.infer<typeof actSchema>;
const messageAct = z.discriminatedUnion("type", [...messageActs]);
export type MessageAct = z.infer<typeof messageAct>;
export type OtherAct = Exclude<Act, MessageAct>;
export type ActOf<T extends Act["type"]> = Extract<Act, { type: T }>;

const messageTypes = new Set<string>(messageActs.map((one) => one.shape.type.value));
export const isMessageAct = (act: Act): act is MessageAct => messageTypes.has(act.type);
