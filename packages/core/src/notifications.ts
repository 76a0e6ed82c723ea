/** What an agent can be told of, and how. */
export const notificationEvents = ["assigned", "own_message", "mention", "followed", "unassigned_message", "send_failed", "reminder"] as const;
export type NotificationEvent = (typeof notificationEvents)[number];
export const notificationWays = ["toast", "desktop", "sound", "count"] as const;
export type NotificationWay = (typeof notificationWays)[number];

/** What of a message is shown when one is told of it. */
export const notificationPreviews = ["message", "name", "none"] as const;
export const notificationSounds = ["chime", "drop", "knock"] as const;
export type NotificationSound = (typeof notificationSounds)[number];

/** Which ways there are for an event: only what goes on waiting can be counted. */
export const waysOf = {
  assigned: ["toast", "desktop", "sound"],
  own_message: notificationWays,
  mention: notificationWays,
  followed: ["toast", "desktop", "sound"],
  unassigned_message: notificationWays,
  send_failed: notificationWays,
  reminder: ["toast", "desktop", "sound"],
} as const satisfies Record<NotificationEvent, readonly NotificationWay[]>;

/** Under which name an agent's settings keep the ways of an event. */
export const notificationSetting = {
  assigned: "notifyAssigned",
  own_message: "notifyOwnMessage",
  mention: "notifyMention",
  followed: "notifyFollowed",
  unassigned_message: "notifyUnassignedMessage",
  send_failed: "notifySendFailed",
  reminder: "notifyReminder",
} as const satisfies Record<NotificationEvent, string>;

type SettingName = (typeof notificationSetting)[NotificationEvent];
/** `quietUntil`: RFC 3339, or null. */
export type NotificationSettings = Record<SettingName, readonly NotificationWay[]> & { quietUntil: string | null };

/** Where the agent is. `now` in milliseconds. */
export type Attention = {
  /** A window of the desk has the focus. */
  focused: boolean;
  /** And the conversation in question is open in it. */
  open: boolean;
  now: number;
};

/** Whether the agent wants to be left alone now. */
export const isQuiet = ({ quietUntil }: Pick<NotificationSettings, "quietUntil">, now: number): boolean =>
  quietUntil !== null && now < Date.parse(quietUntil);

/**
 * How an agent is told of something that happened just now: nothing calls who looks at it already or wants quiet, and
 * the desktop calls only who looks elsewhere. The count is a state, not a call: it is made by `countedCondition`.
 */
export function decideNotification(
  event: NotificationEvent,
  settings: NotificationSettings,
  { focused, open, now }: Attention,
): Exclude<NotificationWay, "count">[] {
  if ((focused && open) || isQuiet(settings, now)) return [];
  const chosen: readonly NotificationWay[] = settings[notificationSetting[event]];
  return (["toast", "desktop", "sound"] as const).filter((way) => chosen.includes(way) && !(way === "desktop" && focused));
}

type Counted =
  | { field: "assignee"; op: "in"; values: string[] }
  | { field: "waitingOn"; op: "in"; values: string[] }
  | { field: "mention"; op: "in"; values: string[] }
  | { field: "failed"; op: "is"; value: true };
type CountedCondition = { any: { all: Counted[] }[] };

/** What is counted in a tab's title, as a condition over open conversations; null: nothing is. */
export function countedCondition(settings: NotificationSettings): CountedCondition | null {
  const mine: Counted = { field: "assignee", op: "in", values: ["me"] };
  const waits: Counted = { field: "waitingOn", op: "in", values: ["us"] };
  const counts = (event: NotificationEvent) => (settings[notificationSetting[event]] as readonly NotificationWay[]).includes("count");
  const any: CountedCondition["any"] = [];
  if (counts("own_message")) any.push({ all: [mine, waits] });
  if (counts("mention")) any.push({ all: [{ field: "mention", op: "in", values: ["new"] }] });
  if (counts("unassigned_message")) any.push({ all: [{ field: "assignee", op: "in", values: ["nobody"] }, waits] });
  if (counts("send_failed")) any.push({ all: [mine, { field: "failed", op: "is", value: true }] });
  return any.length > 0 ? { any } : null;
}
