import { z } from "zod";
import type { ConversationLeaf } from "../conversation-condition.ts";
import { channels } from "../identity.ts";
import { choiceOf, conditionTree } from "./condition-tree.ts";
import { typeId } from "./primitives.ts";

/** Statuses and priorities stand here, where both lists and conditions find them. */
export const conversationStatuses = ["open", "snoozed", "done"] as const;
export const priorities = ["low", "normal", "high", "urgent"] as const;
/** Whether a note mentions whoever asks, and whether they have seen the last one. */
export const mentionStates = ["new", "seen"] as const;

const age = z.strictObject({
  field: z.enum(["createdAt", "lastActivityAt", "waitingSince"]),
  op: z.enum(["within", "over"]),
  /** At most ten years. */
  hours: z.number().positive().max(87_600),
});

const leaf = z.union([
  choiceOf("status", z.enum(conversationStatuses)),
  choiceOf("waitingOn", z.enum(["us", "customer"])),
  choiceOf("assignee", z.union([z.literal("me"), z.literal("nobody"), typeId("agent")])),
  choiceOf("queue", z.union([z.literal("none"), typeId("queue")])),
  choiceOf("channel", z.enum(channels)),
  choiceOf("label", z.union([z.literal("none"), typeId("label")])),
  choiceOf("priority", z.enum(priorities)),
  choiceOf("mention", z.enum(mentionStates)),
  choiceOf("follower", z.union([z.literal("me"), typeId("agent")])),
  z.strictObject({ field: z.enum(["unread", "failed"]), op: z.literal("is"), value: z.boolean() }),
  z.strictObject({ field: z.literal("customer"), op: z.enum(["contains", "not_contains"]), value: z.string().trim().min(1).max(100) }),
  age,
]);

/** Conditions on conversations, nested: `{ all: [{ field: "status", op: "in", values: ["open"] }, { any: [...] }] }`. */
export const conversationCondition = conditionTree<ConversationLeaf>("ConversationCondition", leaf).condition;

/** The same in an address: JSON as text. */
export const conditionQuery = z
  .string()
  .max(6000)
  .transform((text, context) => {
    try {
      const parsed = conversationCondition.safeParse(JSON.parse(text));
      if (parsed.success) return parsed.data;
      for (const { message } of parsed.error.issues) context.addIssue({ code: "custom", message });
    } catch {
      context.addIssue({ code: "custom", message: "must be JSON" });
    }
    return z.NEVER;
  });
