import { z } from "zod";
import { channelSchema } from "./channel.ts";
import { listOf, timestamp, typeId } from "./primitives.ts";

/** A place in a template that the sender fills. */
export const templateField = z
  .object({
    component: z.enum(["header", "body", "button"]),
    /** Buttons: which one, from 0. */
    index: z.number().int().nullable(),
    subType: z.string().nullable(),
    /** `1`, `2`, … or a name, as the template counts; for other things their kind. */
    name: z.string(),
    /** What fills it: the `type` of a parameter in what is sent. */
    kind: z.string(),
    required: z.boolean(),
    example: z.string().nullable(),
  })
  .meta({ id: "TemplateField" });

export const messageTemplate = z
  .object({
    name: z.string(),
    language: z.string(),
    channel: channelSchema,
    /** As the platform says, in lower case: approved, pending, rejected, paused, disabled, … */
    status: z.string(),
    category: z.string().nullable(),
    quality: z.string().nullable(),
    /** Why it was rejected or paused. */
    reason: z.string().nullable(),
    /** What it says, with its places as {{1}} or {{name}}. */
    text: z.string(),
    buttons: z.array(z.string()),
    fields: z.array(templateField),
    /** Whether it can be sent now. */
    usable: z.boolean(),
    /** Changed at the platform since it was read. */
    stale: z.boolean(),
  })
  .meta({ id: "MessageTemplate" });
export type MessageTemplate = z.infer<typeof messageTemplate>;
export const templateList = z.object({ data: z.array(messageTemplate), syncedAt: timestamp.nullable() });
export const templateQuery = z.strictObject({ channelAccountId: typeId("channelAccount") });

/** What a platform said about a channel account. */
export const channelLogEntry = z
  .object({
    occurredAt: timestamp,
    receivedAt: timestamp,
    /** Stable, e.g. `template_approved`, `account_restricted`. */
    code: z.string(),
    level: z.enum(["info", "warning", "problem"]),
    data: z.record(z.string(), z.unknown()),
    /** null: it is our own observation. */
    webhookEventId: typeId("webhookEvent").nullable(),
  })
  .meta({ id: "ChannelLogEntry" });
export type ChannelLogEntry = z.infer<typeof channelLogEntry>;
export const channelLog = listOf(channelLogEntry);
