import { z } from "zod";
import { mostMentioned } from "../mentions.ts";
import { outboundContent } from "../outbound-content.ts";
import { channelSchema } from "./channel.ts";
import { conditionQuery, conversationStatuses, mentionStates, priorities } from "./condition.ts";
import { draftPreview } from "./draft.ts";
import { limitQuery, listOf, timestamp, timestampInput, typeId } from "./primitives.ts";
import { conversationSorts } from "./saved-view.ts";
import { author, contentKinds, timelineItem } from "./timeline.ts";

export const conversationViews = ["mine", "unassigned", "all", "snoozed", "done", "drafts", "mentions", "watching"] as const;

export const conversation = z
  .object({
    id: typeId("conversation"),
    customer: z.object({ id: typeId("customer"), name: z.string().nullable(), avatarUrl: z.string().nullable() }),
    /** Channels the customer has written through, the latest first. */
    channels: z.array(channelSchema),
    status: z.enum(conversationStatuses),
    caseId: typeId("case").nullable(),
    assignee: z.object({ id: typeId("agent"), name: z.string() }).nullable(),
    queueId: typeId("queue").nullable(),
    priority: z.enum(priorities),
    labels: z.array(typeId("label")),
    snoozedUntil: timestamp.nullable(),
    /** Whose turn it is, and since when by the platform's clock. */
    waitingOn: z.enum(["us", "customer"]).nullable(),
    waitingSince: timestamp.nullable(),
    unread: z.number().int(),
    lastMessage: z
      .object({
        id: z.string(),
        preview: z.string().nullable(),
        kind: z.enum(contentKinds),
        channel: channelSchema.nullable(),
        direction: z.enum(["inbound", "outbound"]).nullable(),
        author,
        occurredAt: timestamp,
        deliveryStatus: z.string().nullable(),
      })
      .nullable(),
    /** What the asking agent has begun to write here: the newest draft. */
    draft: draftPreview.nullable(),
    /** Whether notes here mention the asking agent: `new` until they have seen all of them. */
    mention: z.enum(mentionStates).nullable(),
    /** Agents who are told what happens here, by name. */
    followers: z.array(z.object({ id: typeId("agent"), name: z.string() })),
    /** Always null until service levels exist. */
    nextSlaBreachAt: timestamp.nullable(),
    version: z.number().int(),
    createdAt: timestamp,
    lastActivityAt: timestamp,
  })
  .meta({ id: "Conversation" });
export type Conversation = z.infer<typeof conversation>;
export const conversationPage = listOf(conversation);

export const conversationQuery = z.strictObject({
  view: z.enum(conversationViews).optional(),
  status: z.enum(conversationStatuses).optional(),
  assigneeId: typeId("agent").optional(),
  queueId: typeId("queue").optional(),
  channel: channelSchema.optional(),
  label: typeId("label").optional(),
  q: z.string().trim().min(1).max(200).optional(),
  filter: conditionQuery.optional(),
  sort: z.enum(conversationSorts).default("newest"),
  limit: limitQuery,
  cursor: z.string().optional(),
});

/** Views whose size is told: what is done only grows, and nobody has to work it off. */
export const countedViews = ["mine", "unassigned", "all", "snoozed", "drafts", "mentions", "watching"] as const;
/** Of `mentions` the new ones are counted, of `watching` what is not done. `count` is exact as long as `more` is false; beyond 99 nobody counts. */
export const viewList = z.object({
  data: z.array(z.object({ view: z.enum(countedViews), count: z.number().int(), more: z.boolean() }).meta({ id: "ViewCount" })),
});

export const conversationPatch = z.strictObject({
  version: z.number().int().optional(),
  status: z.enum(conversationStatuses).optional(),
  assigneeId: typeId("agent").nullable().optional(),
  queueId: typeId("queue").nullable().optional(),
  priority: z.enum(priorities).optional(),
  snoozedUntil: timestampInput.nullable().optional(),
  labels: z.array(typeId("label")).max(50).optional(),
  /** With `status: "done"`: the last item the agent saw. A newer message of the customer refuses the change. */
  lastSeenItemId: z.string().optional(),
});

/** One span from open to done inside the conversation: what reports count. */
export const caseSchema = z
  .object({
    id: typeId("case"),
    openedAt: timestamp,
    closedAt: timestamp.nullable(),
    /** `merged`: the customer's other case went on with it. */
    closeReason: z.enum(["done", "merged"]).nullable(),
    assignee: z.object({ id: typeId("agent"), name: z.string() }).nullable(),
    labels: z.array(typeId("label")),
  })
  .meta({ id: "Case" });
export type Case = z.infer<typeof caseSchema>;
export const casePage = listOf(caseSchema);
export const caseQuery = z.strictObject({ limit: limitQuery, cursor: z.string().optional() });

export const timelineQuery = z.strictObject({
  limit: limitQuery,
  before: z.string().optional(),
  after: z.string().optional(),
  /** An item of this timeline: a page with it in the middle. */
  around: z.string().optional(),
  /** A time: a page around the first item at or after it, or around the last one when there is none. */
  at: timestampInput.optional(),
  /** So many of the newest incoming messages: a page around the first of them, or around the first of all where there are fewer. */
  unread: z.coerce.number().int().min(1).max(1_000_000).optional(),
  /** Some of message, note and event, separated by commas. */
  kinds: z.string().optional(),
  /** Channels, separated by commas: only what came or went through one of them. */
  channels: z.string().optional(),
  /** A case, or `latest`: only what belongs to it. */
  case: z.union([z.literal("latest"), typeId("case")]).optional(),
  pinned: z.literal("true").optional(),
});

export const doorStates = ["open", "closing", "template_only", "human_agent", "blocked", "unknown"] as const;
export const door = z
  .object({
    id: z.string(),
    channel: channelSchema,
    channelAccountId: typeId("channelAccount"),
    channelAccountName: z.string(),
    identityId: typeId("identity"),
    /** What the agent reads: a phone number, a user name, or the platform's name of the person. */
    address: z.string(),
    state: z.enum(doorStates),
    reason: z.string().nullable(),
    expiresAt: timestamp.nullable(),
    allowed: z.array(z.enum(["text", "media", "interactive", "template", "reaction"])),
    /** The app or role that holds the thread instead of us; a reply then takes it first where `takesControl` says so. */
    heldBy: z.string().nullable(),
    takesControl: z.boolean(),
    /** Until when messages cost nothing: the customer came through an ad. */
    freeUntil: timestamp.nullable(),
    /** Why marketing templates stay out here; null: they may go. */
    marketing: z.object({ reason: z.enum(["marketing_opted_out", "marketing_capped"]), until: timestamp.nullable() }).nullable(),
    /** What the customer has said about marketing here, and when; null: nothing. */
    consent: z.object({ marketing: z.enum(["granted", "withdrawn"]), at: timestamp.nullable() }).nullable(),
    /** The door the customer used last: what a reply takes when none is named. */
    isDefault: z.boolean(),
    textLimit: z.object({ max: z.number().int(), unit: z.enum(["characters", "bytes"]) }),
  })
  .meta({ id: "Door" });
export type Door = z.infer<typeof door>;
export const doorList = z.object({ data: z.array(door) });

export const sendInput = z.strictObject({
  id: typeId("message").optional(),
  identityId: typeId("identity").optional(),
  channelAccountId: typeId("channelAccount").optional(),
  content: outboundContent,
  replyToId: typeId("message").optional(),
  lastSeenMessageId: typeId("message").optional(),
});

export const noteInput = z.strictObject({
  text: z.string().trim().min(1).max(20_000),
  /** Agents of the workspace. They follow the conversation from then on, and are told. */
  mentions: z.array(typeId("agent")).max(mostMentioned).optional(),
});
export const seenMentionsInput = z.strictObject({
  /** An item of the conversation: mentions in it and before it have been seen. */
  upToId: z.string(),
});
export const readInput = z.strictObject({
  upToId: z.string(),
  /** Also shows the customer that their messages were read. Only when asked for. */
  tellCustomer: z.boolean().optional(),
});
export const typingQuery = z.strictObject({
  /** Also shows the customer that somebody is writing. Only when asked for. */
  tellCustomer: z.enum(["true", "false"]).optional(),
});

export const startInput = z
  .strictObject({
    customerId: typeId("customer").optional(),
    identity: z.strictObject({ kind: z.enum(["wa_phone", "wa_bsuid"]), value: z.string().min(1).max(200) }).optional(),
    channelAccountId: typeId("channelAccount"),
    content: outboundContent,
  })
  .refine((input) => (input.customerId === undefined) !== (input.identity === undefined), { message: "Give either customerId or identity." });
export const started = z
  .object({ customerId: typeId("customer"), conversationId: typeId("conversation"), message: timelineItem })
  .meta({ id: "Started" });

/** null takes the reaction back. */
export const reactionInput = z.strictObject({ emoji: z.string().min(1).max(40).nullable() });
