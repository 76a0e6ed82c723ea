"use client";
import { useEffect, useState } from "react";
import { putOff } from "../../put-off.tsx";
import { useShortcut } from "./use-shortcut.ts";

const ShortcutSheet = putOff(() => import("./shortcut-sheet.tsx").then((module) => module.ShortcutSheet));
const openEvent = "onethread:shortcuts";

export const openShortcutSheet = (): void => {
  window.dispatchEvent(new Event(openEvent));
};

/** The list of keys, on `?`. */
export function ShortcutSheetHost() {
  const [open, setOpen] = useState(false);
  useShortcut("help", () => setOpen(true));
  useEffect(() => {
    const show = () => setOpen(true);
    window.addEventListener(openEvent, show);
    return () => window.removeEventListener(openEvent, show);
  }, []);
  return open && <ShortcutSheet onClose={() => setOpen(false)} />;
}
