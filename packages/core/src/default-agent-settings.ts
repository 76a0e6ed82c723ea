import type { NotificationEvent, NotificationSound, notificationPreviews, waysOf } from "./notifications.ts";

/** Whose keys one's hands know. */
export const keyPresets = ["default", "intercom", "gmail"] as const;
export type KeyPreset = (typeof keyPresets)[number];

type Ways<E extends NotificationEvent> = (typeof waysOf)[E][number][];
type Preview = (typeof notificationPreviews)[number];

/** What counts until an agent chooses. By itself, so that browsers need no schemas for it. */
export const defaultAgentSettings = {
  showPresence: true as boolean,
  showGettingStarted: true as boolean,
  enterSends: false as boolean,
  undoSeconds: 0 as number,
  notifyAssigned: ["toast", "desktop", "sound"] as Ways<"assigned">,
  notifyOwnMessage: ["desktop", "sound", "count"] as Ways<"own_message">,
  notifyUnassignedMessage: ["desktop", "sound"] as Ways<"unassigned_message">,
  notifySendFailed: ["toast", "desktop", "sound"] as Ways<"send_failed">,
  notifyReminder: ["toast", "desktop", "sound"] as Ways<"reminder">,
  quietUntil: null as string | null,
  notificationPreview: "message" as Preview,
  notificationSound: "chime" as NotificationSound,
  notificationVolume: 60 as number,
  keyPreset: "default" as KeyPreset,
  keys: {} as Record<string, string | null>,
  singleKeys: true as boolean,
};
