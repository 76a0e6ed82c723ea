"use client";
import { useEffect, useRef } from "react";
import { useHotkeys } from "react-hotkeys-hook";
import { type Choice, offerAction } from "./actions.ts";
import { isSecondOfChord } from "./chord.ts";
import { openPalette } from "./open-palette.ts";
import { type ShortcutId, shortcuts } from "./shortcuts.ts";

/** Characters are matched as typed (`?` is somewhere else on every keyboard), letters by their physical key. */
const byCharacter: ReadonlySet<ShortcutId> = new Set(["search", "help"]);

/**
 * Runs `handler` on the shortcut's key, and from the palette. By key never while typing, composing with an input method,
 * holding a modifier, or with a dialog or menu open.
 */
export function useShortcut(id: ShortcutId, handler: () => void, enabled = true): void {
  const latest = useRef(handler);
  latest.current = handler;
  useEffect(() => (enabled ? offerAction(id, { run: () => latest.current() }) : undefined), [id, enabled]);
  useKey(id, handler, enabled);
}

/** An action that is done with one of several things: the palette asks which, also on the shortcut's key. */
export function useChoices(id: ShortcutId, choices: () => Choice[], enabled = true): void {
  const latest = useRef(choices);
  latest.current = choices;
  useEffect(() => (enabled ? offerAction(id, { choices: () => latest.current() }) : undefined), [id, enabled]);
  useKey(id, () => openPalette(id), enabled);
}

function useKey(id: ShortcutId, handler: () => void, enabled: boolean): void {
  const keys = shortcuts.find((shortcut) => shortcut.id === id)?.keys ?? "";
  useHotkeys(keys, handler, {
    enabled,
    useKey: byCharacter.has(id),
    // `?` is typed with Shift on most keyboards; the other modifiers are refused below.
    ignoreModifiers: byCharacter.has(id),
    preventDefault: true,
    enableOnFormTags: false,
    enableOnContentEditable: false,
    ignoreEventWhen: (event) =>
      (isSecondOfChord() && !keys.includes(">")) || event.isComposing || event.keyCode === 229 || hasModifier(event) || inOverlay(event),
  });
}

const hasModifier = (event: KeyboardEvent): boolean => event.ctrlKey || event.metaKey || event.altKey;

function inOverlay(event: KeyboardEvent): boolean {
  // Also while one is closing: the Escape that closes it must not do anything else.
  if (document.querySelector("[data-overlay]")) return true;
  const target = event.target instanceof Element ? event.target : null;
  // Arrow keys belong to the control that has the focus, where it uses them.
  return event.key.startsWith("Arrow") && target?.closest("[data-own-arrows], [role=tablist], [role=separator]") !== null && target !== null;
}
