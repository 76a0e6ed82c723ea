"use client";
import { useEffect, useRef } from "react";
import { isSecondOfChord } from "../keyboard/chord.ts";
import { useOwnSettings } from "../own-settings/use-own-settings.ts";

type ListKeys = { create: () => void; tryOut?: () => void };

/** `N` for a new one, `E` changes the one the focus is in, `T` tries: on a list of the settings, where single letters are on. */
export function useListKeys(keys: ListKeys): void {
  const { singleKeys } = useOwnSettings();
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    if (!singleKeys) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.isComposing || event.defaultPrevented) return;
      const target = event.target instanceof HTMLElement ? event.target : null;
      if (isSecondOfChord() || target?.closest("input, textarea, select, [contenteditable]") || document.querySelector("[data-overlay]")) return;
      const work = actionOf(event.code, target, latest.current);
      if (!work) return;
      event.preventDefault();
      work();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [singleKeys]);
}

function actionOf(code: string, target: HTMLElement | null, { create, tryOut }: ListKeys): (() => void) | undefined {
  if (code === "KeyN") return create;
  if (code === "KeyT") return tryOut;
  const edit = code === "KeyE" ? target?.closest("li")?.querySelector<HTMLElement>("[data-edit]") : null;
  return edit ? () => edit.click() : undefined;
}
