import { z } from "zod";
import { channelSchema } from "./channel.ts";
import { sendInput } from "./conversation.ts";
import { timestamp, timestampInput, typeId } from "./primitives.ts";
import { attachment, content } from "./timeline.ts";

/** A reply that waits for its time. Once sent it is a message with the same id, and no longer here. */
export const scheduledMessage = z
  .object({
    id: typeId("message"),
    conversationId: typeId("conversation"),
    channel: channelSchema,
    channelAccountId: typeId("channelAccount"),
    identityId: typeId("identity"),
    author: z.object({ id: typeId("agent"), name: z.string() }),
    content,
    attachments: z.array(attachment),
    replyToId: typeId("message").nullable(),
    scheduledFor: timestamp,
    /** `failed`: its time came and it could not go out; it waits for a person. */
    state: z.enum(["scheduled", "failed"]),
    /** A code of the error table and a sentence. */
    error: z.object({ code: z.string(), message: z.string() }).nullable(),
    createdAt: timestamp,
  })
  .meta({ id: "ScheduledMessage" });
export type ScheduledMessage = z.infer<typeof scheduledMessage>;
export const scheduledMessageList = z.object({ data: z.array(scheduledMessage) });

export const scheduleInput = sendInput.omit({ lastSeenMessageId: true }).extend({ scheduledFor: timestampInput });
export const schedulePatch = z.strictObject({ scheduledFor: timestampInput });
