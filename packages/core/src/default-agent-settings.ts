import type { Channel } from "./identity.ts";
import type { NotificationEvent, NotificationSound, notificationPreviews, waysOf } from "./notifications.ts";

/** Whose keys one's hands know. */
export const keyPresets = ["default", "intercom", "gmail"] as const;
export type KeyPreset = (typeof keyPresets)[number];

/** Rows of the inbox. */
export const densities = ["comfortable", "compact"] as const;
export type Density = (typeof densities)[number];
/** How the inbox shows its rows where there is room for a table. */
export const listLayouts = ["list", "table"] as const;
export type ListLayout = (typeof listLayouts)[number];
/** What a table can tell of a conversation beside whose it is, in this order. */
export const listColumns = ["message", "channels", "assignee", "queue", "labels", "priority", "waiting", "status", "created", "activity"] as const;
export type ListColumn = (typeof listColumns)[number];
/** Everything in a table that has a width. */
export type WideColumn = "customer" | ListColumn;
/** Where one is when a conversation is put away: at the next one of the list, the one before, none, or still there. */
export const afterDoneChoices = ["next", "previous", "list", "stay"] as const;
export type AfterDone = (typeof afterDoneChoices)[number];
/** Of emoji that show people; none: as yellow as they come. */
export const skinTones = ["none", "light", "medium-light", "medium", "medium-dark", "dark"] as const;
export type SkinTone = (typeof skinTones)[number];
/** Per cent of the usual size. */
export const fontSizes = [90, 100, 115, 130] as const;
export type FontSize = (typeof fontSizes)[number];

type Ways<E extends NotificationEvent> = (typeof waysOf)[E][number][];
type Preview = (typeof notificationPreviews)[number];

/** What counts until an agent chooses. By itself, so that browsers need no schemas for it. */
export const defaultAgentSettings = {
  showPresence: true as boolean,
  showGettingStarted: true as boolean,
  density: "comfortable" as Density,
  listLayout: "list" as ListLayout,
  listColumns: ["message", "channels", "assignee", "priority", "waiting", "activity"] as ListColumn[],
  listColumnWidths: {} as Partial<Record<WideColumn, number>>,
  afterDone: "next" as AfterDone,
  fontSize: 100 as FontSize,
  signatures: {} as Partial<Record<Channel, { on: boolean; text: string }>>,
  skinTone: "none" as SkinTone,
  enterSends: false as boolean,
  undoSeconds: 0 as number,
  notifyAssigned: ["toast", "desktop", "sound"] as Ways<"assigned">,
  notifyOwnMessage: ["desktop", "sound", "count"] as Ways<"own_message">,
  notifyMention: ["toast", "desktop", "sound", "count"] as Ways<"mention">,
  notifyFollowed: ["toast", "desktop", "sound"] as Ways<"followed">,
  notifyUnassignedMessage: ["desktop", "sound"] as Ways<"unassigned_message">,
  notifySendFailed: ["toast", "desktop", "sound"] as Ways<"send_failed">,
  notifyReminder: ["toast", "desktop", "sound"] as Ways<"reminder">,
  quietUntil: null as string | null,
  notificationPreview: "message" as Preview,
  notificationSound: "chime" as NotificationSound,
  notificationVolume: 60 as number,
  toldApiKeys: [] as string[],
  keyPreset: "default" as KeyPreset,
  keys: {} as Record<string, string | null>,
  singleKeys: true as boolean,
};
