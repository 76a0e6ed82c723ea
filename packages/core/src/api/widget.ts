import { z } from "zod";
import { isOriginPattern } from "../allowed-origin.ts";
import { slugPattern } from "../slug.ts";
import { timestamp, typeId } from "./primitives.ts";

/** As browsers name them, e.g. `en`, `pt-BR`. */
const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "must be a language such as en or pt-BR");
const perLanguage = (longest: number) => z.record(language, z.string().trim().min(1).max(longest));
const slug = z.string().regex(slugPattern, "has small letters, digits and underscores");

export const widgetTexts = z.strictObject({
  greeting: perLanguage(120).default({}),
  introduction: perLanguage(400).default({}),
  /** Said beside the hours while nobody is there. */
  away: perLanguage(400).default({}),
});

const preChatField = z.strictObject({
  name: slug,
  kind: z.enum(["text", "email", "phone", "choice", "consent"]),
  required: z.boolean().default(false),
  label: perLanguage(120),
  /** `choice` only. */
  options: z
    .array(z.strictObject({ value: slug, label: perLanguage(80) }))
    .max(20)
    .default([]),
  /** `consent` only: where it can be read what is agreed to. */
  link: z
    .url({ protocol: /^https$/ })
    .nullable()
    .default(null),
});

const proactiveRule = z.strictObject({
  name: slug,
  enabled: z.boolean().default(true),
  text: perLanguage(300),
  /** All of them have to hold. */
  when: z.strictObject({
    /** The page's path begins with it. */
    path: z.string().startsWith("/").max(200).nullable().default(null),
    secondsOnPage: z.int().min(0).max(3600).nullable().default(null),
    scrolledPercent: z.int().min(1).max(100).nullable().default(null),
    leaving: z.boolean().default(false),
    onlyWhileOpen: z.boolean().default(false),
    /** What the page says of its visitor, e.g. `cart_value` of at least 100: a value as text, or a number. Without it nothing is asked. */
    trait: z.strictObject({ name: slug, is: z.string().max(200).nullable().default(null), atLeast: z.number().nullable().default(null) }).optional(),
  }),
  /** How often one visitor sees it, and for how many days it rests once they have sent it away. */
  cap: z
    .strictObject({ times: z.int().min(1).max(20).default(1), restDays: z.int().min(1).max(365).default(14) })
    .default({ times: 1, restDays: 14 }),
});

export const widgetSettings = z
  .strictObject({
    allowedOrigins: z
      .array(z.string().trim().toLowerCase().refine(isOriginPattern, "must be like https://shop.com or https://*.shop.com"))
      .max(50)
      .default([]),
    color: z
      .string()
      .regex(/^#[0-9a-f]{6}$/, "must be like #0b6e4f")
      .default("#0b6e4f"),
    launcherSide: z.enum(["start", "end"]).default("end"),
    defaultLanguage: language.default("en"),
    texts: widgetTexts.default({ greeting: {}, introduction: {}, away: {} }),
    preChat: z
      .strictObject({ enabled: z.boolean().default(false), fields: z.array(preChatField).max(8).default([]) })
      .default({ enabled: false, fields: [] }),
    proactive: z.array(proactiveRule).max(10).default([]),
    survey: z.boolean().default(true),
    showReplyTime: z.boolean().default(true),
    /** Null: the workspace's default hours. */
    businessHoursId: typeId("businessHours").nullable().default(null),
    /** Accounts of other channels that a visitor may go on by. */
    doors: z.array(typeId("channelAccount")).max(10).default([]),
  })
  .meta({ id: "WidgetSettings" });
export type WidgetSettings = z.output<typeof widgetSettings>;

export const signingAlgorithms = ["HS256", "ES256", "RS256"] as const;
const signingKey = z.object({
  id: typeId("signingKey"),
  algorithm: z.enum(signingAlgorithms),
  publicKey: z.string().nullable(),
  createdAt: timestamp,
  /** When it signed somebody in last, to the minute; null: never. */
  usedAt: timestamp.nullable(),
});

export const widget = z
  .object({
    /** Public: stands in every page that shows the chat. */
    key: z.string(),
    settings: widgetSettings,
    /** What is written on the colour in, and how well it is read; 4.5 is enough. */
    textOnColor: z.object({ color: z.string(), contrast: z.number() }),
    /** With one or two of them only signed visitors have a name; see `enforced`. */
    signingKeys: z.array(signingKey),
    /** What pages say of their visitors without a signature is refused. */
    enforced: z.boolean(),
    updatedAt: timestamp,
  })
  .meta({ id: "Widget" });
export type Widget = z.infer<typeof widget>;

export const widgetSighting = z
  .object({
    origin: z.string(),
    /** Of the page, without its query; null: browsers did not say. */
    path: z.string().nullable(),
    /** It is among the sites that may show it, as they are now. */
    allowed: z.boolean(),
    /** When the line of a page was loaded there last, and the frame that it opens; null: not seen. To the minute. */
    lineAt: timestamp.nullable(),
    frameAt: timestamp.nullable(),
    seenAt: timestamp,
  })
  .meta({ id: "WidgetSighting" });
export type WidgetSighting = z.infer<typeof widgetSighting>;

export const widgetPreviewInput = z.strictObject({ settings: widgetSettings, language });

/** HS256: we make the secret. The others: the public key, as PEM (SPKI). */
export const signingKeyInput = z.discriminatedUnion("algorithm", [
  z.strictObject({ algorithm: z.literal("HS256") }),
  z.strictObject({ algorithm: z.enum(["ES256", "RS256"]), publicKey: z.string().min(50).max(5000) }),
]);
export type SigningKeyInput = z.output<typeof signingKeyInput>;
/** `secret` is shown this once. */
export const newSigningKey = signingKey.extend({ secret: z.string().nullable() }).meta({ id: "NewSigningKey" });
export type NewSigningKey = z.infer<typeof newSigningKey>;
