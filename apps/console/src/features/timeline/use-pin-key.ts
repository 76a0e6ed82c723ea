"use client";
import type { TimelineItem } from "@onethread/core/api";
import { useMay } from "../frame/me.tsx";
import { useShortcut } from "../keyboard/use-shortcut.ts";
import { isPinnable } from "./pin-button.tsx";
import { usePin } from "./use-pin.ts";

/** The keyboard's focus, then the pointer; then the focus that a press of the pointer left behind. */
const places = ["[data-item-id]:is(:focus-visible, :has(:focus-visible))", "[data-item-id]:hover", "[data-item-id]:focus-within"];

/** The key pins what has the focus in the timeline, or what the pointer is over. */
export function usePinKey(find: (id: string) => TimelineItem | undefined): void {
  const may = useMay("work_cases");
  const pin = usePin();
  useShortcut(
    "pin",
    () => {
      const element = places.reduce<Element | null>((found, place) => found ?? document.querySelector(place), null);
      const item = find(element?.getAttribute("data-item-id") ?? "");
      if (item && isPinnable(item)) void pin(item);
    },
    may,
  );
}
