import { z } from "zod";
import { conversationCondition } from "./condition.ts";
import { timestamp, typeId } from "./primitives.ts";

export const conversationSorts = ["waiting", "newest", "oldest", "priority", "sla"] as const;
export type ConversationSort = (typeof conversationSorts)[number];

/** A list of conversations somebody keeps: what is in it, and in which order. `own`: only its maker sees it. */
export const savedView = z
  .object({
    id: typeId("savedView"),
    own: z.boolean(),
    name: z.string(),
    filter: conversationCondition,
    sort: z.enum(conversationSorts),
    /** Where it stands among everybody's, or among one's own: from 0. */
    position: z.number().int(),
    updatedAt: timestamp,
  })
  .meta({ id: "SavedView" });
export type SavedView = z.infer<typeof savedView>;
export const savedViewList = z.object({ data: z.array(savedView) });

const fields = {
  name: z.string().trim().min(1).max(60),
  filter: conversationCondition,
  sort: z.enum(conversationSorts),
};
export const savedViewInput = z.strictObject({ ...fields, sort: fields.sort.default("newest"), own: z.boolean().default(true) });
export const savedViewPatch = z.strictObject({ ...fields, own: z.boolean(), position: z.number().int().min(0).max(1000) }).partial();
