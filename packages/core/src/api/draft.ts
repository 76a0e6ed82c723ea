import { z } from "zod";
import { timestamp, typeId } from "./primitives.ts";
import { attachment } from "./timeline.ts";

/** A reply to the customer, or a note for the team: each has a draft of its own. */
export const draftModes = ["reply", "note"] as const;
export type DraftMode = (typeof draftModes)[number];

/** More than any channel or note takes, so that what is too long to send is kept all the same. Characters. */
export const draftTextLimit = 200_000;

/** What the asking agent has written into a conversation and not sent. */
export const draft = z
  .object({
    mode: z.enum(draftModes),
    text: z.string(),
    /** Files that were uploaded for it and are still there. */
    attachments: z.array(attachment),
    replyToId: typeId("message").nullable(),
    /** Grows with every change, also over a deletion. */
    version: z.number().int(),
    updatedAt: timestamp,
  })
  .meta({ id: "Draft" });
export type Draft = z.infer<typeof draft>;
export const draftList = z.object({ data: z.array(draft) });

export const draftInput = z.strictObject({
  text: z.string().max(draftTextLimit),
  attachmentIds: z.array(typeId("attachment")).max(50).default([]),
  replyToId: typeId("message").nullable().default(null),
  /** The version this one was made from; null: there was none. Another one refuses it. */
  version: z.number().int().nullable(),
});

/** What a list shows of a draft. */
export const draftPreview = z.object({ mode: z.enum(draftModes), preview: z.string(), updatedAt: timestamp });
