"use client";
import { useEffect, useRef } from "react";
import { useHotkeys } from "react-hotkeys-hook";
import { type Choice, offerAction } from "./actions.ts";
import { isSecondOfChord } from "./chord.ts";
import { isTyped } from "./keymap.ts";
import { useKeymap } from "./keymap-context.tsx";
import { openPalette } from "./open-palette.ts";
import type { ShortcutId } from "./shortcuts.ts";

/**
 * Runs `handler` on the shortcut's key, and from the palette. By key never while typing, composing with an input method,
 * holding a modifier that is not part of it, or with a dialog or menu open.
 */
export function useShortcut(id: ShortcutId, handler: () => void, enabled = true): void {
  const latest = useRef(handler);
  latest.current = handler;
  useEffect(() => (enabled ? offerAction(id, { run: () => latest.current() }) : undefined), [id, enabled]);
  useKey(id, handler, enabled);
}

/**
 * An action that is done with one of several things: the palette asks which, also on the shortcut's key. `of`: what the
 * choices are made of, where they may come while somebody is asked already.
 */
export function useChoices(id: ShortcutId, choices: () => Choice[], enabled = true, of: unknown = null): void {
  const latest = useRef(choices);
  latest.current = choices;
  // biome-ignore lint/correctness/useExhaustiveDependencies: offered anew when other things can be chosen.
  useEffect(() => (enabled ? offerAction(id, { choices: () => latest.current() }) : undefined), [id, enabled, of]);
  useKey(id, () => openPalette(id), enabled);
}

function useKey(id: ShortcutId, handler: () => void, enabled: boolean): void {
  const keys = useKeymap().get(id) ?? "";
  // `?` is somewhere else on every keyboard.
  const typed = isTyped(keys);
  // They lead out of a field, too, on keys that write nothing in it.
  const leavesFields = (id === "nextRegion" || id === "previousRegion") && /(^|\+)F\d/.test(keys);
  useHotkeys(keys, handler, {
    enabled: enabled && keys !== "",
    useKey: typed,
    // `?` is typed with Shift on most keyboards; the other modifiers are refused below.
    ignoreModifiers: typed,
    preventDefault: true,
    enableOnFormTags: leavesFields,
    enableOnContentEditable: leavesFields,
    ignoreEventWhen: (event) =>
      (isSecondOfChord() && !keys.includes(">")) || event.isComposing || event.keyCode === 229 || holdsOther(event, keys) || inOverlay(event),
  });
}

/** A modifier that these keys are not pressed with. On many keyboards `[` is typed with AltGr, which says that it is Ctrl and Alt. */
const holdsOther = (event: KeyboardEvent, keys: string): boolean =>
  !(isTyped(keys) && event.getModifierState("AltGraph")) && (event.altKey || ((event.ctrlKey || event.metaKey) && !keys.startsWith("mod+")));

function inOverlay(event: KeyboardEvent): boolean {
  // Also while one is closing: the Escape that closes it must not do anything else.
  if (document.querySelector("[data-overlay]")) return true;
  const target = event.target instanceof Element ? event.target : null;
  // Arrow keys belong to the control that has the focus, where it uses them.
  return event.key.startsWith("Arrow") && target?.closest("[data-own-arrows], [role=tablist], [role=separator]") !== null && target !== null;
}
