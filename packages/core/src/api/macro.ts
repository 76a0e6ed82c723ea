import { z } from "zod";
import { unknownVariables } from "../canned-reply.ts";
import { type MacroAction, mostMacroActions } from "../macro.ts";
import { priorities } from "./condition.ts";
import { conversation } from "./conversation.ts";
import { timestamp, typeId } from "./primitives.ts";

const labels = z.array(typeId("label")).min(1).max(20);

/** One thing a macro does. `insert_text` is a text with places to fill, for the reply box: nothing is sent by itself. */
const macroAction = z
  .discriminatedUnion("do", [
    z.strictObject({
      do: z.literal("insert_text"),
      /** As long as the longest text a channel takes (WhatsApp: 4,096 characters). */
      text: z
        .string()
        .trim()
        .min(1)
        .max(4096)
        .refine((text) => unknownVariables(text).length === 0, {
          error: ({ input }) => `has no such variable: ${unknownVariables(String(input)).join(", ")}`,
        }),
    }),
    z.strictObject({ do: z.literal("set_status"), status: z.enum(["open", "done"]) }),
    /** At most a year; null: until the customer writes. */
    z.strictObject({ do: z.literal("snooze"), hours: z.number().int().min(1).max(8784).nullable() }),
    z.strictObject({ do: z.literal("set_priority"), priority: z.enum(priorities) }),
    z.strictObject({ do: z.literal("assign"), to: z.union([z.literal("me"), z.literal("nobody"), typeId("agent")]) }),
    z.strictObject({ do: z.literal("set_queue"), queueId: typeId("queue").nullable() }),
    z.strictObject({ do: z.literal("add_labels"), labels }),
    z.strictObject({ do: z.literal("remove_labels"), labels }),
    /** Whom it names with "@" is mentioned. */
    z.strictObject({ do: z.literal("add_note"), text: z.string().trim().min(1).max(4096) }),
  ])
  .meta({ id: "MacroAction" }) satisfies z.ZodType<MacroAction>;

/** `own`: only its maker sees it. `uses`: how often it was run. */
export const macro = z
  .object({
    id: typeId("macro"),
    own: z.boolean(),
    name: z.string(),
    actions: z.array(macroAction),
    uses: z.number().int(),
    usedAt: timestamp.nullable(),
    updatedAt: timestamp,
  })
  .meta({ id: "Macro" });
export const macroList = z.object({ data: z.array(macro) });

const fields = { name: z.string().trim().min(1).max(100), actions: z.array(macroAction).min(1).max(mostMacroActions) };
export const macroInput = z.strictObject({ ...fields, own: z.boolean().default(false) });
export const macroPatch = z.strictObject(fields).partial();

export const macroRunInput = z.strictObject({
  conversationId: typeId("conversation"),
  /** Places of actions that are left out, from 0. */
  skip: z
    .array(
      z
        .number()
        .int()
        .min(0)
        .max(mostMacroActions - 1),
    )
    .max(mostMacroActions)
    .optional(),
  /** The last item that was seen: where the macro marks the conversation done, a newer message of the customer refuses it. */
  lastSeenItemId: z.string().optional(),
});

export const macroRun = z
  .object({
    id: typeId("macroRun"),
    /** As it is afterwards. */
    conversation,
    /** What became of each action, in order. */
    steps: z.array(
      z.object({
        outcome: z.enum(["changes", "nothing", "refused", "skipped"]),
        obstacle: z.enum(["others_case", "nobody", "agent_gone", "queue_gone", "label_gone"]).nullable(),
      }),
    ),
  })
  .meta({ id: "MacroRun" });
export type MacroRun = z.infer<typeof macroRun>;
