import { z } from "zod";
import { channelSchema } from "./channel.ts";
import { conditionQuery, conversationCondition, conversationStatuses, priorities } from "./condition.ts";
import { conversationViews } from "./conversation.ts";
import { timestamp, timestampInput, typeId } from "./primitives.ts";

/** More conversations than this are not changed at once: narrow the list first. */
export const mostAtOnce = 10_000;

const change = z
  .strictObject({
    status: z.enum(conversationStatuses).optional(),
    snoozedUntil: timestampInput.nullable().optional(),
    assigneeId: typeId("agent").nullable().optional(),
    queueId: typeId("queue").nullable().optional(),
    priority: z.enum(priorities).optional(),
    addLabels: z.array(typeId("label")).min(1).max(50).optional(),
    removeLabels: z.array(typeId("label")).min(1).max(50).optional(),
  })
  .refine((wanted) => Object.keys(wanted).length > 0, { message: "says nothing to change" });

/** Which conversations: named ones, or all that a list shows. */
const which = z.union([
  z.strictObject({ ids: z.array(typeId("conversation")).min(1).max(1000) }),
  z.strictObject({
    matching: z.strictObject({
      view: z.enum(conversationViews).optional(),
      queueId: typeId("queue").optional(),
      channel: channelSchema.optional(),
      q: z.string().trim().min(1).max(200).optional(),
      filter: conversationCondition.optional(),
    }),
  }),
]);
export const bulkChangeInput = z.strictObject({ conversations: which, change });

export const skipReasons = ["not_found", "moved", "forbidden", "changed_since", "invalid_request", "internal_error"] as const;
export const bulkChange = z
  .object({
    id: typeId("bulkChange"),
    state: z.enum(["running", "done", "undoing", "undone"]),
    by: z.string().nullable(),
    total: z.number().int(),
    /** `unchanged`: were as wanted already. Of an undo: how many are as before. */
    outcomes: z.object({
      waiting: z.number().int(),
      changed: z.number().int(),
      unchanged: z.number().int(),
      skipped: z.number().int(),
      undone: z.number().int(),
    }),
    startedAt: timestamp,
    finishedAt: timestamp.nullable(),
    /** What was skipped, and why: the first hundred. */
    skipped: z.array(z.object({ conversationId: typeId("conversation"), customerName: z.string().nullable(), reason: z.enum(skipReasons) })),
  })
  .meta({ id: "BulkChange" });
export type BulkChange = z.infer<typeof bulkChange>;

/** How many conversations a list holds, counted to 999. */
export const conversationCount = z.object({ count: z.number().int(), more: z.boolean() });
export const countQuery = z.strictObject({
  view: z.enum(conversationViews).optional(),
  queueId: typeId("queue").optional(),
  channel: channelSchema.optional(),
  q: z.string().trim().min(1).max(200).optional(),
  filter: conditionQuery.optional(),
});
