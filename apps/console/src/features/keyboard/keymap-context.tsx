"use client";
import { defaultAgentSettings } from "@onethread/core";
import { createContext, type ReactNode, useContext, useEffect, useMemo } from "react";
import { useOwnSettings } from "../own-settings/use-own-settings.ts";
import { setLeaders } from "./chord.ts";
import { type Keymap, leadersOf, resolveKeymap, shownIn } from "./keymap.ts";
import type { ShortcutId } from "./shortcuts.ts";

const KeymapContext = createContext<Keymap>(resolveKeymap(defaultAgentSettings));

/** What each action is on for the signed-in agent, for everything below. */
export function KeymapProvider({ children }: { children: ReactNode }) {
  const { keyPreset, keys, singleKeys } = useOwnSettings();
  const keymap = useMemo(() => resolveKeymap({ keyPreset, keys, singleKeys }), [keyPreset, keys, singleKeys]);
  useEffect(() => setLeaders(leadersOf(keymap)), [keymap]);
  return <KeymapContext value={keymap}>{children}</KeymapContext>;
}

export const useKeymap = (): Keymap => useContext(KeymapContext);

/** An action's keys, cap by cap. */
export function useShownKeys(): (id: ShortcutId) => readonly string[] {
  const keymap = useKeymap();
  return (id) => shownIn(keymap, id);
}

/** An action's first key in one cap, for a tooltip or a menu. */
export function useHint(): (id: ShortcutId) => string | undefined {
  const keymap = useKeymap();
  return (id) => shownIn(new Map([[id, keymap.get(id)?.split(",")[0] ?? ""]]), id).join(" ") || undefined;
}
