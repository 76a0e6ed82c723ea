import { z } from "zod";

/** The first steps of a workspace: each true once it was taken. */
export const gettingStarted = z
  .object({
    /** A channel is connected. */
    channel: z.boolean(),
    /** A customer has written. */
    message: z.boolean(),
    /** Somebody has answered. */
    reply: z.boolean(),
    /** Somebody was invited, or is there. */
    invitation: z.boolean(),
    businessHours: z.boolean(),
    cannedReply: z.boolean(),
  })
  .meta({ id: "GettingStarted" });
/** What a customer who is not real writes. */
export const practiceInput = z.strictObject({ text: z.string().trim().min(1).max(1000) });
export type GettingStarted = z.infer<typeof gettingStarted>;
