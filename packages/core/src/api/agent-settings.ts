import { z } from "zod";
import { afterDoneChoices, defaultAgentSettings, densities, keyPresets, listColumns, listLayouts, skinTones } from "../default-agent-settings.ts";
import { type NotificationEvent, notificationPreviews, notificationSounds, waysOf } from "../notifications.ts";
import { channelSchema } from "./channel.ts";
import { timestampInput, typeId } from "./primitives.ts";

/** How one is told of something: each way once at most. */
const ways = <E extends NotificationEvent>(event: E) => z.array(z.enum(waysOf[event])).max(waysOf[event].length);

const fields = {
  /** Colleagues see at which conversation one is, and that one writes. */
  showPresence: z.boolean(),
  /** The list of first steps stands in the inbox while some are left. */
  showGettingStarted: z.boolean(),
  density: z.enum(densities),
  /** Rows under each other, or a table where there is room for one. */
  listLayout: z.enum(listLayouts),
  /** What the table tells of a conversation beside whose it is. */
  listColumns: z.array(z.enum(listColumns)).max(listColumns.length),
  /** By column: its width in px at the usual font size. What is not named is as wide as usual. */
  listColumnWidths: z.partialRecord(z.enum(["customer", ...listColumns]), z.number().int().min(48).max(960)),
  /** Where one is when a conversation is put away. */
  afterDone: z.enum(afterDoneChoices),
  /** Per cent of the usual size. */
  fontSize: z.union([z.literal(90), z.literal(100), z.literal(115), z.literal(130)]),
  /** By channel: what is put below one's replies. Variables as in canned replies. */
  signatures: z.partialRecord(channelSchema, z.strictObject({ on: z.boolean(), text: z.string().max(500) })),
  /** Of emoji that show people. */
  skinTone: z.enum(skinTones),
  /** Enter sends and Shift+Enter begins a line; else Enter begins a line and ⌘/Ctrl+Enter sends. */
  enterSends: z.boolean(),
  /** For how long a reply is held back in the browser, so that sending it can be undone. 0: it goes at once. */
  undoSeconds: z.number().int().min(0).max(30),
  /** How one is told: a colleague gave one a conversation. */
  notifyAssigned: ways("assigned"),
  /** A customer wrote in a conversation of one's own. */
  notifyOwnMessage: ways("own_message"),
  /** A colleague's note mentions one. */
  notifyMention: ways("mention"),
  /** Something happened in a conversation that one follows. */
  notifyFollowed: ways("followed"),
  /** A customer wrote in a conversation that nobody has. */
  notifyUnassignedMessage: ways("unassigned_message"),
  /** A message that one sent did not reach the customer. */
  notifySendFailed: ways("send_failed"),
  /** A conversation that one put to sleep is back. */
  notifyReminder: ways("reminder"),
  /** Until when nothing calls. */
  quietUntil: timestampInput.nullable(),
  /** What of a message others may read over one's shoulder: its text, only who wrote, or neither. */
  notificationPreview: z.enum(notificationPreviews),
  notificationSound: z.enum(notificationSounds),
  /** Per cent. */
  notificationVolume: z.number().int().min(0).max(100),
  /** API keys that end soon, of which one was told. */
  toldApiKeys: z.array(typeId("apiKey")).max(100),
  /** Which habits the keys follow. */
  keyPreset: z.enum(keyPresets),
  /** By action: its own keys instead of the preset's; null: none. `j`, `shift+j`, `mod+j` (⌘ or Ctrl), `g>j` (one after the other). */
  keys: z
    .record(z.string().max(40), z.string().min(1).max(40).nullable())
    .refine((keys) => Object.keys(keys).length <= 200, { message: "at most 200 keys" }),
  /** Single characters are keys. Off: only keys with ⌘ or Ctrl, Escape and arrows are. */
  singleKeys: z.boolean(),
};

/** What an agent has chosen for themselves. */
export const agentSettings = z.object(fields).meta({ id: "AgentSettings" });
export type AgentSettings = z.infer<typeof agentSettings>;

/** Each setting that is named takes the new value; the others stay. */
export const agentSettingsPatch = z.strictObject(fields).partial();

/** Settings as they were stored, by this version or another: what is missing or no longer valid is the default. */
export function agentSettingsOf(stored: Record<string, unknown>): AgentSettings {
  const valid = Object.entries(fields).flatMap(([name, schema]) => {
    const parsed = schema.safeParse(stored[name]);
    return parsed.success ? [[name, parsed.data]] : [];
  });
  return { ...defaultAgentSettings, ...Object.fromEntries(valid) };
}
