"use client";
import type { TimelineItem } from "@onethread/core/api";
import { useMay } from "../frame/me.tsx";
import { useShortcut } from "../keyboard/use-shortcut.ts";
import { isPinnable } from "./pin-button.tsx";
import { usePin } from "./use-pin.ts";

/** The key pins what has the focus in the timeline, else what the pointer is over. */
export function usePinKey(find: (id: string) => TimelineItem | undefined): void {
  const may = useMay("work_cases");
  const pin = usePin();
  useShortcut(
    "pin",
    () => {
      const element = document.querySelector("[data-item-id]:focus-within") ?? document.querySelector("[data-item-id]:hover");
      const item = find(element?.getAttribute("data-item-id") ?? "");
      if (item && isPinnable(item)) void pin(item);
    },
    may,
  );
}
