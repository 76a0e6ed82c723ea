import { z } from "zod";
import { treeSize } from "../condition-tree.ts";
import type { ConversationCondition } from "../conversation-condition.ts";
import { channels } from "../identity.ts";
import { typeId } from "./primitives.ts";

/** Statuses and priorities stand here, where both lists and conditions find them. */
export const conversationStatuses = ["open", "snoozed", "done"] as const;
export const priorities = ["low", "normal", "high", "urgent"] as const;

const choice = <F extends string, V extends z.ZodType<string>>(field: F, value: V) =>
  z.strictObject({ field: z.literal(field), op: z.enum(["in", "not_in"]), values: z.array(value).min(1).max(50) });
const age = z.strictObject({
  field: z.enum(["createdAt", "lastActivityAt", "waitingSince"]),
  op: z.enum(["within", "over"]),
  /** At most ten years. */
  hours: z.number().positive().max(87_600),
});

const leaf = z.union([
  choice("status", z.enum(conversationStatuses)),
  choice("waitingOn", z.enum(["us", "customer"])),
  choice("assignee", z.union([z.literal("me"), z.literal("nobody"), typeId("agent")])),
  choice("queue", z.union([z.literal("none"), typeId("queue")])),
  choice("channel", z.enum(channels)),
  choice("label", z.union([z.literal("none"), typeId("label")])),
  choice("priority", z.enum(priorities)),
  z.strictObject({ field: z.enum(["unread", "failed"]), op: z.literal("is"), value: z.boolean() }),
  z.strictObject({ field: z.literal("customer"), op: z.enum(["contains", "not_contains"]), value: z.string().trim().min(1).max(100) }),
  age,
]);

type Group = { all: Node[] } | { any: Node[] } | { none: Node[] };
type Node = z.infer<typeof leaf> | Group;
/** Named, so that the description of the API can say that it holds itself. */
const node: z.ZodType<Node> = z
  .lazy(() =>
    z.union([
      leaf,
      z.strictObject({ all: z.array(node).max(30) }),
      z.strictObject({ any: z.array(node).max(30) }),
      z.strictObject({ none: z.array(node).max(30) }),
    ]),
  )
  .meta({ id: "ConversationCondition" });

/** Groups may stand this deep in each other, and all of them may hold this many conditions. */
const [deepest, most] = [4, 30];

/** Conditions on conversations, nested: `{ all: [{ field: "status", op: "in", values: ["open"] }, { any: [...] }] }`. */
export const conversationCondition = node.refine((tree) => treeSize(tree).depth <= deepest && treeSize(tree).leaves <= most, {
  message: `may hold ${most} conditions in groups ${deepest} deep`,
}) as z.ZodType<ConversationCondition>;

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
