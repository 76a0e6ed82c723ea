import { z } from "zod";
import { attachmentKinds, content as messageContent, messageKinds } from "../content.ts";
import { occurrences } from "../inbound.ts";
import { deliveryStatuses, errorClasses } from "../outbound.ts";
import { channelSchema } from "./channel.ts";
import { limitQuery, listOf, timestamp, typeId } from "./primitives.ts";

export const author = z
  .object({
    type: z.enum(["customer", "agent", "bot", "system", "business"]),
    id: z.string().nullable(),
    name: z.string().nullable(),
  })
  .meta({ id: "Author" });

export const deliveryError = z
  .object({
    code: z.string(),
    class: z.enum(errorClasses),
    /** What it means, in plain words. */
    message: z.string(),
    /** What the agent can do about it. */
    action: z.string().nullish(),
    /** The platform's own text. */
    detail: z.string().nullish(),
  })
  .meta({ id: "DeliveryError" });

export const delivery = z.object({ status: z.enum(deliveryStatuses), at: timestamp, error: deliveryError.nullable() }).meta({ id: "Delivery" });

export const contentKinds = [...messageKinds, "note", "event"] as const;

export const eventNames = [
  "status_changed",
  "assigned",
  "labels_changed",
  "priority_changed",
  "queue_changed",
  "routed",
  "customers_merged",
  "merge_undone",
  "referral",
  "link_already_used",
  "link_followed",
  "phone_shared",
  ...occurrences,
] as const;
export type EventName = (typeof eventNames)[number];

export const content = messageContent
  .extend({
    kind: z.enum(contentKinds),
    /** `note` only: the agents it mentions, by the names they had then. */
    mentions: z.array(z.object({ id: typeId("agent"), name: z.string() })).optional(),
    /** `event` only: what happened, and what it was before and after. */
    event: z.enum(eventNames).optional(),
    data: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: "Content" });

export const attachmentStates = ["pending", "ready", "failed", "expired", "none"] as const;
export const reaction = z.object({ emoji: z.string(), by: z.enum(["customer", "business"]), at: timestamp }).meta({ id: "Reaction" });

export const attachment = z
  .object({
    id: typeId("attachment"),
    kind: z.enum(attachmentKinds),
    mime: z.string().nullable(),
    name: z.string().nullable(),
    bytes: z.number().int().nullable(),
    /** `pending`: being fetched. `none`: there is no file behind it. `expired`: the platform has it no more. */
    state: z.enum(attachmentStates),
    url: z.string().nullable(),
    title: z.string().nullable(),
    /** The platform's id of what was shared. */
    platformId: z.string().nullable(),
    /** Where a shared thing can be looked at. */
    link: z.string().nullable(),
    voice: z.boolean(),
    sticker: z.boolean(),
    animated: z.boolean(),
    /** Why it could not be fetched: a stable word such as `gone`, `too_large`, `type_not_allowed`. */
    error: z.string().nullable(),
  })
  .meta({ id: "Attachment" });
export type Attachment = z.infer<typeof attachment>;

export const conversationFile = z
  .object({
    /** The message it came with. */
    itemId: z.string(),
    direction: z.enum(["inbound", "outbound"]).nullable(),
    occurredAt: timestamp,
    attachment,
  })
  .meta({ id: "ConversationFile" });
export type ConversationFile = z.infer<typeof conversationFile>;
export const conversationFilePage = listOf(conversationFile);
/** `limit` counts messages. */
export const conversationFileQuery = z.strictObject({ limit: limitQuery, cursor: z.string().optional() });

export const referral = z
  .object({
    source: z.string().nullable(),
    ref: z.string().nullable(),
    adId: z.string().nullable(),
    headline: z.string().nullable(),
    url: z.string().nullable(),
    body: z.string().nullish(),
    clickId: z.string().nullish(),
    postId: z.string().nullish(),
    productId: z.string().nullish(),
    imageUrl: z.string().nullish(),
  })
  .meta({ id: "Referral" });

const pinnedBy = z.object({ type: z.enum(["agent", "api_key", "system"]), id: z.string().nullable(), name: z.string().nullable() });

/** How many items of one conversation can be pinned. */
export const mostPinned = 5;

export const itemTypes = ["message", "note", "event"] as const;

export const timelineItem = z
  .object({
    id: z.string(),
    type: z.enum(itemTypes),
    conversationId: typeId("conversation"),
    caseId: typeId("case").nullable(),
    direction: z.enum(["inbound", "outbound"]).nullable(),
    channel: channelSchema.nullable(),
    channelAccountId: typeId("channelAccount").nullable(),
    identityId: typeId("identity").nullable(),
    externalId: z.string().nullable(),
    author,
    occurredAt: timestamp,
    receivedAt: timestamp,
    late: z.boolean(),
    content,
    attachments: z.array(attachment),
    replyTo: z.object({ messageId: typeId("message").nullable(), externalId: z.string().nullable() }).nullable(),
    reactions: z.array(reaction),
    referral: referral.nullable(),
    editedAt: timestamp.nullable(),
    deletedAt: timestamp.nullable(),
    delivery: delivery.nullable(),
    /** Put to the top of the conversation: when, and by whom. */
    pinned: z.object({ at: timestamp, by: pinnedBy }).nullable(),
  })
  .meta({ id: "TimelineItem" });
export type TimelineItem = z.infer<typeof timelineItem>;
export const timelinePage = listOf(timelineItem);

export const deliveryAttempt = z
  .object({
    number: z.number().int(),
    state: z.enum(["sending", "sent", "rejected", "retry", "unknown"]),
    externalId: z.string().nullable(),
    startedAt: timestamp,
    endedAt: timestamp.nullable(),
    error: deliveryError.nullable(),
  })
  .meta({ id: "DeliveryAttempt" });

export const statusChange = z
  .object({ status: z.enum(deliveryStatuses), at: timestamp, receivedAt: timestamp, error: deliveryError.nullable() })
  .meta({ id: "StatusChange" });

export const messageDetail = timelineItem
  .extend({
    attempts: z.array(deliveryAttempt),
    statusHistory: z.array(statusChange),
    /** The webhook that brought it, for those who may see webhooks. */
    webhookEventId: typeId("webhookEvent").nullish(),
    /** What an edited message said, from its first form to the last; empty when it was never edited, or taken back. */
    versions: z.array(z.object({ text: z.string().nullable(), at: timestamp })),
  })
  .meta({ id: "MessageDetail" });
export type MessageDetail = z.infer<typeof messageDetail>;
