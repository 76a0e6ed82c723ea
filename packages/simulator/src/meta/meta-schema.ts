import { z } from "zod";

const text = z.string().min(1).max(2_000);

/** What Meta, or the business outside the product, can do. `personId` where it concerns a chat. */
export const metaActSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("token"), value: z.enum(["valid", "expired", "revoked"]) }),
  z.strictObject({ type: z.literal("standing"), value: z.enum(["fine", "restricted", "disabled"]) }),
  z.strictObject({ type: z.literal("quality"), value: z.enum(["GREEN", "YELLOW", "RED"]) }),
  z.strictObject({ type: z.literal("display_name"), value: z.enum(["APPROVED", "DECLINED"]) }),
  z.strictObject({ type: z.literal("subscription"), value: z.boolean() }),
  z.strictObject({
    type: z.literal("template"),
    id: text,
    change: z.enum(["APPROVED", "REJECTED", "PAUSED", "DISABLED", "quality_down", "quality_up"]),
  }),
  z.strictObject({ type: z.literal("expire_window") }),
  z.strictObject({ type: z.literal("thread_control"), toOther: z.boolean() }),
  /** The business answers from its phone app, the Page's inbox or Instagram itself. */
  z.strictObject({ type: z.literal("echo"), text }),
  z.strictObject({ type: z.literal("history"), messages: z.number().int().min(1).max(200).default(12) }),
  z.strictObject({ type: z.literal("test_event") }),
]);
export type MetaAct = z.infer<typeof metaActSchema>;
export type MetaActOf<T extends MetaAct["type"]> = Extract<MetaAct, { type: T }>;
