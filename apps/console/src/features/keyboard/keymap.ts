import type { KeyPreset } from "@onethread/core";
import type { AgentSettings } from "@onethread/core/api";
import { type ShortcutId, shortcuts } from "./shortcuts.ts";

/**
 * Keys are written as `e`, `shift+e`, `mod+e` (⌘ or Ctrl), `g>i` (one after the other), `Escape`, `/`; several for one
 * thing with commas. Letters and digits mean the key of that place, other characters what is typed.
 */
export type Keymap = ReadonlyMap<ShortcutId, string>;
type KeySettings = Pick<AgentSettings, "keyPreset" | "keys" | "singleKeys">;

/** Where habits from elsewhere differ from ours. */
const presets: Record<KeyPreset, Partial<Record<ShortcutId, string>>> = {
  default: {},
  intercom: { snooze: "z", undo: "h" },
  gmail: { snooze: "b", queue: "v", timelineScope: "shift+v", leave: "u,Escape", firstUnread: "shift+b" },
};

/** What cannot be changed: the keys belong to something that is not listened to here. */
export const isFixed = (id: ShortcutId): boolean => {
  const shortcut = shortcuts.find((one) => one.id === id);
  return shortcut !== undefined && shortcut.keys === null && shortcut.shown.length > 0;
};

export const plain = /^[a-z0-9]$/;
const allowed = /^(?:(?:mod\+)?(?:shift\+)?(?:[a-z0-9]|F(?:[1-9]|1[0-2]))|([a-z0-9])>(?!\1)[a-z0-9]|[^\sa-zA-Z0-9,+>])$/;

/** Whether these are keys that one can choose. */
export const isBinding = (keys: string): boolean => allowed.test(keys);

/** Whether a character is matched as it is typed, not by its place on the keyboard. */
export const isTyped = (keys: string): boolean => keys.length === 1 && !plain.test(keys);

/** Whether only characters are pressed, which speech input and a stray hand do as well (WCAG 2.1.4). */
const isSingle = (keys: string): boolean => /^(?:shift\+)?.$/u.test(keys) || keys.includes(">");

/**
 * What each action is on now. What has no key is not in it. A key that somebody chose is theirs: an action of ours that
 * comes later and would be on it has none for them.
 */
export function resolveKeymap({ keyPreset, keys: own, singleKeys }: KeySettings): Keymap {
  const map = new Map<ShortcutId, string>();
  const chosenOf = (id: ShortcutId) => {
    const chosen = isFixed(id) ? undefined : own[id];
    return typeof chosen === "string" && !isBinding(chosen) ? undefined : chosen;
  };
  const taken = new Set(shortcuts.flatMap(({ id }) => chosenOf(id) ?? []));
  for (const { id, keys } of shortcuts) {
    const chosen = chosenOf(id);
    const ours = (presets[keyPreset][id] ?? keys ?? "").split(",").filter((one) => !taken.has(one));
    const wanted = chosen === undefined ? ours : [chosen ?? ""];
    const left = wanted.filter((one) => one !== "" && (singleKeys || !isSingle(one)));
    if (left.length > 0) map.set(id, left.join(","));
  }
  return map;
}

/** First keys of those that are pressed one after the other, as `KeyboardEvent.code` has them. */
export const leadersOf = (keymap: Keymap): ReadonlySet<string> =>
  new Set(
    [...keymap.values()]
      .flatMap((keys) => keys.split(","))
      .filter((keys) => keys.includes(">"))
      .map((keys) => codeOf(keys.charAt(0))),
  );

const codeOf = (key: string): string => (/[0-9]/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`);

const names: Record<string, string> = { shift: "Shift", mod: "⌘ / Ctrl", Escape: "Esc", ArrowDown: "↓", ArrowUp: "↑" };

/** Keys as they are shown, cap by cap. */
export const showKeys = (keys: string): string[] =>
  keys.split(",").flatMap((one) => one.split(/(?<=.)[+>]/).map((key) => names[key] ?? (key.length === 1 ? key.toUpperCase() : key)));

/** An action's keys as they are shown. */
export const shownIn = (keymap: Keymap, id: ShortcutId): readonly string[] => {
  const keys = keymap.get(id);
  return keys ? showKeys(keys) : isFixed(id) ? (shortcuts.find((one) => one.id === id)?.shown ?? []) : [];
};

/** For `aria-keyshortcuts`, which knows no sequences. */
export function ariaKeys(keys: string | undefined): string | undefined {
  const said = keys?.split(",").filter((one) => !one.includes(">"));
  return said?.map((one) => one.replace("mod", "Control").replace("shift", "Shift")).join(" ") || undefined;
}
