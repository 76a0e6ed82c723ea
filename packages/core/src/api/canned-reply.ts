import { z } from "zod";
import { unknownVariables } from "../canned-reply.ts";
import { timestamp, typeId } from "./primitives.ts";

/** `own`: only its maker sees it. `uses`: how often it was put into a reply. */
export const cannedReply = z
  .object({
    id: typeId("cannedReply"),
    own: z.boolean(),
    shortcut: z.string(),
    title: z.string(),
    body: z.string(),
    uses: z.number().int(),
    usedAt: timestamp.nullable(),
    updatedAt: timestamp,
  })
  .meta({ id: "CannedReply" });
export const cannedReplyList = z.object({ data: z.array(cannedReply) });

const fields = {
  shortcut: z
    .string()
    .trim()
    .toLowerCase()
    .min(1)
    .max(40)
    .regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u, "may hold letters, digits, - and _"),
  title: z.string().trim().min(1).max(100),
  /** As long as the longest text a channel takes (WhatsApp: 4,096 characters). */
  body: z
    .string()
    .trim()
    .min(1)
    .max(4096)
    .refine((body) => unknownVariables(body).length === 0, {
      error: ({ input }) => `has no such variable: ${unknownVariables(String(input)).join(", ")}`,
    }),
};
export const cannedReplyInput = z.strictObject({ ...fields, own: z.boolean().default(false) });
export const cannedReplyPatch = z.strictObject(fields).partial();
