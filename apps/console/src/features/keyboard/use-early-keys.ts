"use client";
import { useEffect } from "react";
import { afterPaint } from "../../after-paint.ts";
import { doAction, whenOffered } from "./actions.ts";
import { takeEarlyKeys } from "./early-keys.ts";
import type { Keymap } from "./keymap.ts";
import { useKeymap } from "./keymap-context.tsx";
import { meantBy } from "./pressed.ts";

/** What a key leads to and is not there by then is not waited for any more. Milliseconds. */
const longest = 2000;

/** Does what was asked for by keys while nobody listened to them yet, one after the other. */
export function useEarlyKeys(): void {
  const keymap = useKeymap();
  // biome-ignore lint/correctness/useExhaustiveDependencies: there are such keys once.
  useEffect(() => void workOff(keymap), []);
}

/** On many keyboards `[` is typed with AltGr, which says that it is Ctrl and Alt. */
const asTyped = (event: KeyboardEvent) =>
  event.getModifierState("AltGraph") ? { key: event.key, code: "", ctrlKey: false, metaKey: false, altKey: false, shiftKey: false } : event;

const inField = (): boolean => document.activeElement?.closest("input, textarea, [contenteditable]") != null;

async function workOff(keymap: Keymap): Promise<void> {
  const pressed = takeEarlyKeys().map(asTyped);
  for (const { id, end } of meantBy(pressed, keymap)) {
    // Who writes by now, or is asked something, does not want it any more; nor what follows what cannot be done.
    if (inField() || document.querySelector("[data-overlay]")) return;
    if (!(await whenOffered(id, longest))) return;
    doAction(id);
    await new Promise<void>((resolve) => afterPaint(resolve));
    // It led into a field: what was pressed after it was meant for that.
    if (inField()) return write(pressed.slice(end).map(({ key }) => key));
  }
}

/** As if it was typed: the field hears of it, and it can be taken back there. */
const write = (keys: readonly string[]): void => void document.execCommand("insertText", false, keys.join(""));
