import { z } from "zod";
import { tidyFolder, unknownVariables } from "../canned-reply.ts";
import { channels } from "../identity.ts";
import { channelSchema } from "./channel.ts";
import { timestamp, typeId } from "./primitives.ts";
import { attachment } from "./timeline.ts";

/** `own`: only its maker sees it. `folder`: "Orders/Returns", empty for none. `channels`: only for these, empty for all. `uses`: how often it was put into a reply. */
export const cannedReply = z
  .object({
    id: typeId("cannedReply"),
    own: z.boolean(),
    shortcut: z.string(),
    title: z.string(),
    folder: z.string(),
    body: z.string(),
    channels: z.array(channelSchema),
    attachments: z.array(attachment),
    uses: z.number().int(),
    usedAt: timestamp.nullable(),
    updatedAt: timestamp,
  })
  .meta({ id: "CannedReply" });
export type CannedReply = z.infer<typeof cannedReply>;
export const cannedReplyList = z.object({ data: z.array(cannedReply) });

const texts = {
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
const folder = z.string().max(100).transform(tidyFolder);
/** Each once, in one order. */
const onlyFor = z
  .array(channelSchema)
  .max(channels.length)
  .transform((given) => channels.filter((channel) => given.includes(channel)));
/** Uploads that no message has taken. They stay with the canned reply; whoever uses it gets copies. */
const attachmentIds = z.array(typeId("attachment")).max(10);

export const cannedReplyInput = z.strictObject({
  ...texts,
  folder: folder.default(""),
  channels: onlyFor.default([]),
  attachmentIds: attachmentIds.default([]),
  own: z.boolean().default(false),
});
export const cannedReplyPatch = z.strictObject({ ...texts, folder, channels: onlyFor, attachmentIds }).partial();

/** What a reply that begins with it takes along: copies of its files, ready to be sent. */
export const cannedReplyUse = z.object({ attachments: z.array(attachment) });

/** At most so many at once: the body of a request has 1 MiB. */
export const cannedImportRows = 100;
/** `existing`: what becomes of one that has the shortcut already. Files are not part of it; where no channels are named, one that is there keeps its own. */
export const cannedReplyImport = z.strictObject({
  own: z.boolean().default(false),
  existing: z.enum(["keep", "replace"]),
  rows: z
    .array(z.strictObject({ ...texts, folder: folder.default(""), channels: onlyFor.optional() }))
    .min(1)
    .max(cannedImportRows)
    .superRefine((rows, context) => {
      const seen = new Set<string>();
      rows.forEach(({ shortcut }, index) => {
        if (seen.has(shortcut)) context.addIssue({ code: "custom", path: [index, "shortcut"], message: "is there twice" });
        seen.add(shortcut);
      });
    }),
});
export const cannedReplyImported = z.object({ created: z.number().int(), replaced: z.number().int(), kept: z.number().int() });
