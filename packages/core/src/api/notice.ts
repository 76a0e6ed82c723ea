import { z } from "zod";
import { notificationEvents } from "../notifications.ts";
import { timestamp, typeId } from "./primitives.ts";
import { contentKinds } from "./timeline.ts";

/** Something that happened a moment ago and concerns the asking agent. */
export const notice = z
  .object({
    /** The same for the same occurrence, whenever it is asked for. */
    id: z.string(),
    event: z.enum(notificationEvents),
    conversationId: typeId("conversation"),
    customerName: z.string().nullable(),
    /** Which colleague did it; null: a customer, a channel or the clock. */
    by: z.string().nullable(),
    /** The message in one line; null: it has no text, or it is about no message. */
    preview: z.string().nullable(),
    kind: z.enum(contentKinds).nullable(),
    at: timestamp,
  })
  .meta({ id: "Notice" });
export type Notice = z.infer<typeof notice>;
/** The oldest first. */
export const noticeList = z.object({ data: z.array(notice) });

const most = 50;
export const noticeQuery = z.strictObject({
  /** Conversations that changed just now, comma-separated. */
  conversations: z
    .string()
    .transform((text) => text.split(","))
    .pipe(z.array(typeId("conversation")).min(1).max(most)),
});
