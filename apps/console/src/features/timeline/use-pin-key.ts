"use client";
import type { TimelineItem } from "@onethread/core/api";
import { useEffect, useRef } from "react";
import { useMay } from "../frame/me.tsx";
import { useShortcut } from "../keyboard/use-shortcut.ts";
import { isPinnable } from "./pin-button.tsx";
import { usePin } from "./use-pin.ts";

const ways = ["pointerover", "focusin"] as const;

/** The key pins the item that was pointed at or focused last: a press leaves the focus where the pointer no longer is. */
export function usePinKey(find: (id: string) => TimelineItem | undefined): void {
  const may = useMay("work_cases");
  const pin = usePin();
  const last = useRef("");
  useEffect(() => {
    const note = ({ target }: Event) => {
      const id = target instanceof Element && target.closest("[data-item-id]")?.getAttribute("data-item-id");
      if (id) last.current = id;
    };
    for (const way of ways) document.addEventListener(way, note, { passive: true });
    return () => {
      for (const way of ways) document.removeEventListener(way, note);
    };
  }, []);
  useShortcut(
    "pin",
    () => {
      const item = find(last.current);
      if (item && isPinnable(item)) void pin(item);
    },
    may,
  );
}
