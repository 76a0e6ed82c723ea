import { z } from "zod";
import { slugPattern } from "../slug.ts";
import { channelSchema } from "./channel.ts";
import { limitQuery, timestamp, typeId } from "./primitives.ts";

/** Made by the visitor's page, so that a repeated request is one act. */
const clientId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/, "has 8 to 64 letters, digits, dashes and underscores");
const word = z.string().trim().min(1);

export const visitorSession = z
  .object({
    /** For the header `authorization: Bearer …`; never for an address. */
    accessToken: z.string(),
    accessExpiresAt: timestamp,
    /** Good once, for 180 days. Kept by the page that shows the chat. */
    renewalToken: z.string(),
    /** Signed to be somebody, and so with the thread of all their browsers. */
    identified: z.boolean(),
  })
  .meta({ id: "VisitorSession" });
export const renewalInput = z.strictObject({ renewalToken: z.string().min(1).max(600) });
/** A JWT that the business' server has signed. */
export const signInInput = z.strictObject({ token: z.string().min(1).max(8000) });

export const visitorMessageInput = z.union([
  z.strictObject({
    id: clientId,
    text: word.max(20_000).optional(),
    /** As an upload gave them. */
    files: z.array(z.string().max(600)).max(5).default([]),
    replyToId: typeId("message").optional(),
  }),
  /** A button of a message was pressed: one of those it shows. */
  z.strictObject({ id: clientId, choice: z.strictObject({ messageId: typeId("message"), payload: z.string().min(1).max(1000) }) }),
]);
export type VisitorMessageInput = z.output<typeof visitorMessageInput>;

export const visitorFormInput = z.strictObject({
  id: clientId,
  /** `traits`: what the page says of its visitor, unsigned. Refused where the widget has signing keys. */
  name: z.enum(["prechat", "traits"]),
  fields: z
    .record(z.string().regex(slugPattern), z.union([z.string().max(500), z.boolean()]))
    .refine((fields) => Object.keys(fields).length <= 20, "has at most 20 fields"),
});
export const visitorSurveyInput = z.strictObject({ id: clientId, score: z.int().min(1).max(5), comment: word.max(2000).optional() });
const property = z.union([z.string().max(500), z.number(), z.boolean(), z.null()]);
export const visitorEventInput = z.union([
  z.strictObject({
    id: clientId,
    kind: z.literal("page"),
    url: z.url({ protocol: /^https?$/ }).max(1000),
    title: z.string().trim().max(200).optional(),
  }),
  z.strictObject({
    id: clientId,
    kind: z.literal("track"),
    name: word.max(80),
    properties: z
      .record(z.string().min(1).max(60), property)
      .refine((all) => Object.keys(all).length <= 20, "has at most 20 properties")
      .default({}),
  }),
]);
export const visitorReadInput = z.strictObject({ upToId: typeId("message") });
export const visitorContinueInput = z.strictObject({ channelAccountId: typeId("channelAccount") });
export const visitorMessageQuery = z.strictObject({
  key: z.string(),
  limit: limitQuery,
  before: z.string().optional(),
  after: z.string().optional(),
});

const visitorButton = z.object({ title: z.string(), payload: z.string().nullable(), url: z.string().nullable() });
export const visitorMessage = z
  .object({
    id: typeId("message"),
    /** The visitor's own: the id their page gave it. */
    clientId: z.string().nullable(),
    from: z.enum(["visitor", "business"]),
    author: z.object({ kind: z.enum(["agent", "bot", "business"]), name: z.string().nullable() }).nullable(),
    at: timestamp,
    kind: z.string(),
    text: z.string().nullable(),
    cards: z.array(
      z.object({
        title: z.string().nullable(),
        text: z.string().nullable(),
        footer: z.string().nullable(),
        imageUrl: z.string().nullable(),
        url: z.string().nullable(),
        buttons: z.array(visitorButton),
      }),
    ),
    /** `url` is good for an hour, for this file alone. */
    files: z.array(
      z.object({
        id: typeId("attachment"),
        kind: z.string(),
        mime: z.string().nullable(),
        name: z.string().nullable(),
        bytes: z.number().int().nullable(),
        url: z.string(),
      }),
    ),
    replyToId: typeId("message").nullable(),
    editedAt: timestamp.nullable(),
    deletedAt: timestamp.nullable(),
    status: z.enum(["sent", "delivered", "read"]).nullable(),
  })
  .meta({ id: "VisitorMessage" });
export type VisitorMessage = z.infer<typeof visitorMessage>;
/** `prev`: use it as `before`; `next`: as `after`, also when nothing newer is there yet. */
export const visitorMessagePage = z.object({
  data: z.array(visitorMessage),
  page: z.object({ next: z.string().nullable(), prev: z.string().nullable() }),
  /** Of the newest page: it is done, and nobody has said yet how it was. */
  surveyDue: z.boolean(),
  /** Of the newest page: the conversation is done. Whoever writes anew goes on in the same thread. */
  ended: z.boolean(),
});

const field = z.object({
  name: z.string(),
  kind: z.enum(["text", "email", "phone", "choice", "consent"]),
  required: z.boolean(),
  label: z.string(),
  options: z.array(z.object({ value: z.string(), label: z.string() })),
  link: z.string().nullable(),
});
/** What a page needs to show the chat, in one language: public, and the same for everybody. */
export const visitorConfig = z
  .object({
    name: z.string(),
    language: z.string(),
    languages: z.array(z.string()),
    color: z.string(),
    textOnColor: z.string(),
    launcherSide: z.enum(["start", "end"]),
    texts: z.object({
      greeting: z.string().nullable(),
      introduction: z.string().nullable(),
      away: z.string().nullable(),
    }),
    /** Null: there are no hours to keep to. */
    hours: z.object({ open: z.boolean(), opensAt: timestamp.nullable(), closesAt: timestamp.nullable(), timeZone: z.string() }).nullable(),
    /** What customers really waited for a person, at the median of the last two weeks; null: too few to say, or not to be shown. Milliseconds. */
    replyTimeMs: z.number().nullable(),
    preChat: z.array(field).nullable(),
    proactive: z.array(
      z.object({
        name: z.string(),
        text: z.string(),
        when: z.object({
          path: z.string().nullable(),
          secondsOnPage: z.number().nullable(),
          scrolledPercent: z.number().nullable(),
          leaving: z.boolean(),
          onlyWhileOpen: z.boolean(),
          trait: z.object({ name: z.string(), is: z.string().nullable(), atLeast: z.number().nullable() }).optional(),
        }),
        cap: z.object({ times: z.number(), restDays: z.number() }),
      }),
    ),
    survey: z.boolean(),
    doors: z.array(z.object({ channelAccountId: typeId("channelAccount"), channel: channelSchema, name: z.string() })),
    /** What a page says of its visitor has to be signed. */
    enforced: z.boolean(),
    limits: z.object({ textCharacters: z.number(), fileBytes: z.number() }),
  })
  .meta({ id: "VisitorConfig" });
export type VisitorConfig = z.infer<typeof visitorConfig>;

export type PanelScreen = "home" | "prechat" | "conversation" | "closed";
/** What the desk's settings say to a panel that they show: how it would look, without a visitor. */
export type PanelPreview = { type: "preview"; config: VisitorConfig; locale: string; scheme: "light" | "dark"; screen: PanelScreen };

export const visitorUpload = z.object({
  file: z.string(),
  kind: z.string(),
  mime: z.string().nullable(),
  name: z.string().nullable(),
  bytes: z.number().nullable(),
});
export const visitorLink = z.object({ url: z.string(), expiresAt: timestamp });
