import { z } from "zod";
import { identityKinds } from "../identity.ts";
import { channelSchema } from "./channel.ts";
import { conversation } from "./conversation.ts";
import { listOf, timestamp, typeId } from "./primitives.ts";
import { author } from "./timeline.ts";

export const searchKinds = ["customers", "conversations", "messages"] as const;
export type SearchKind = (typeof searchKinds)[number];

/** Parts of the text beside it that were found, in its UTF-16 units. */
const marks = z.array(z.object({ start: z.number().int(), end: z.number().int() }).meta({ id: "Mark" }));

export const customerHit = z
  .object({
    id: typeId("customer"),
    name: z.string().nullable(),
    avatarUrl: z.string().nullable(),
    conversationId: typeId("conversation").nullable(),
    lastSeenAt: timestamp.nullable(),
    marks,
    /** The address that was found; else the one known longest. */
    address: z.object({ kind: z.enum(identityKinds), text: z.string(), marks }).nullable(),
  })
  .meta({ id: "CustomerHit" });
export type CustomerHit = z.infer<typeof customerHit>;

export const messageHit = z
  .object({
    /** Of a message or of a note. */
    id: z.string(),
    type: z.enum(["message", "note"]),
    conversationId: typeId("conversation"),
    customer: z.object({ id: typeId("customer"), name: z.string().nullable(), avatarUrl: z.string().nullable() }),
    direction: z.enum(["inbound", "outbound"]).nullable(),
    channel: channelSchema.nullable(),
    author,
    occurredAt: timestamp,
    hasAttachment: z.boolean(),
    /** The part of the text around what was found, cut parts told by an ellipsis; null: a file without words. */
    text: z.string().nullable(),
    marks,
  })
  .meta({ id: "MessageHit" });
export type MessageHit = z.infer<typeof messageHit>;

export const conversationHit = z
  .object({
    conversation,
    /** In the customer's name. */
    marks,
    /** The newest message found in it; null: it was found by its customer or by the filters. */
    message: z.union([messageHit, z.null()]),
  })
  .meta({ id: "ConversationHit" });
export type ConversationHit = z.infer<typeof conversationHit>;

/** A list that was not asked for is null. */
export const searchAnswer = z
  .object({
    customers: listOf(customerHit).nullable(),
    conversations: listOf(conversationHit).nullable(),
    /** `next` also where the search has not looked through everything yet; so a page may be short, or empty. */
    messages: listOf(messageHit).nullable(),
    /** Nothing was found as it was typed: this is what was looked for instead. */
    instead: z.array(z.string()),
  })
  .meta({ id: "SearchAnswer" });
export type SearchAnswer = z.infer<typeof searchAnswer>;

export const searchQuery = z.strictObject({
  /** Words, "phrases" and filters: `from: channel: label: assignee: is: has:attachment before: after:`. */
  q: z.string().trim().min(2).max(200),
  kinds: z
    .string()
    .default(searchKinds.join(","))
    .transform((text) => text.split(","))
    .pipe(z.array(z.enum(searchKinds)).min(1)),
  limit: z.coerce.number().int().min(1).max(50).default(20),
  /** Of a page of messages: goes on with them. */
  cursor: z.string().optional(),
});
