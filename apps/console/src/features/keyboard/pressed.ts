import { isBinding, type Keymap, plain } from "./keymap.ts";
import type { ShortcutId } from "./shortcuts.ts";

/** Taken by browsers and systems, or so much of a habit that nobody should lose it. */
const reserved = new Set([
  ...[..."acdfghjklmnopqrstuvwxz0123456789"].map((key) => `mod+${key}`),
  ...[..."abcdeijkmnopqrstuvwxz"].map((key) => `mod+shift+${key}`),
  ...["F1", "F3", "F5", "F6", "F7", "F11", "F12"].flatMap((key) => [key, `shift+${key}`, `mod+${key}`, `mod+shift+${key}`]),
  "mod+F4",
]);

export type KeyConflict = { kind: "reserved" | "unusable" } | { kind: "taken" | "prefix"; by: ShortcutId };

/**
 * What speaks against a key for an action; null: nothing. List, conversation and desk are at hand at the same time, so
 * a key means one thing in all of them; and what begins a sequence means nothing alone.
 */
export function conflictOf(id: ShortcutId, keys: string, keymap: Keymap): KeyConflict | null {
  if (!isBinding(keys)) return { kind: "unusable" };
  if (reserved.has(keys)) return { kind: "reserved" };
  const others = [...keymap].filter(([other]) => other !== id).flatMap(([by, given]) => given.split(",").map((one) => ({ by, one })));
  const same = others.find(({ one }) => one === keys);
  if (same) return { kind: "taken", by: same.by };
  const begins = (long: string, short: string) => long.startsWith(`${short}>`);
  const prefix = others.find(({ one }) => begins(one, keys) || begins(keys, one));
  return prefix ? { kind: "prefix", by: prefix.by } : null;
}

type Pressed = Pick<KeyboardEvent, "code" | "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** What was pressed, as keys are written; null: nothing that can be a key. */
export function readPressed({ code, key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): string | null {
  if (altKey) return null;
  const modifiers = `${ctrlKey || metaKey ? "mod+" : ""}${shiftKey ? "shift+" : ""}`;
  const place = /^(?:Key([A-Z])|Digit([0-9]))$/.exec(code);
  if (place) return modifiers + (place[1]?.toLowerCase() ?? place[2]);
  if (/^F([1-9]|1[0-2])$/.test(key)) return modifiers + key;
  return !ctrlKey && !metaKey && isBinding(key) ? key : null;
}

/** A second key after another makes a sequence where both are letters or digits; else it takes the first one's place. */
export const afterKey = (first: string | null, second: string): string =>
  first !== null && first !== second && plain.test(first) && plain.test(second) ? `${first}>${second}` : second;

/**
 * What was meant by keys that were pressed one after the other, each with how many of them were pressed by its end. Keys
 * that mean nothing are left out.
 */
export function meantBy(pressed: readonly Pressed[], keymap: Keymap): { id: ShortcutId; end: number }[] {
  const idOf = (keys: string | null) => [...keymap].find(([, given]) => keys !== null && given.split(",").includes(keys))?.[0];
  const keys = pressed.map(readPressed);
  const meant: { id: ShortcutId; end: number }[] = [];
  for (let at = 0; at < keys.length; at++) {
    const two = idOf(`${keys[at]}>${keys[at + 1]}`);
    const id = two ?? idOf(keys[at] ?? null);
    if (two) at++;
    if (id) meant.push({ id, end: at + 1 });
  }
  return meant;
}
