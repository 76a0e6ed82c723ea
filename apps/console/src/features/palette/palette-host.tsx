"use client";
import { useEffect, useRef, useState } from "react";
import { putOff } from "../../put-off.tsx";
import { onOpenPalette } from "../keyboard/open-palette.ts";
import type { ShortcutId } from "../keyboard/shortcuts.ts";
import { typeAhead } from "../keyboard/type-ahead.ts";

const Palette = putOff(() => import("./palette.tsx").then((module) => module.Palette));

/** The command palette, on Ctrl/⌘ K wherever one is, also while typing. Its code comes when the desk has nothing else to do. */
export function PaletteHost() {
  const [open, setOpen] = useState<{ step: ShortcutId | null } | null>(null);
  const shown = useRef(false);
  shown.current = open !== null;
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey) || event.altKey || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      if (shown.current) return setOpen(null);
      // Another dialog is open: what is done from the palette would be done behind it.
      if (!document.querySelector("[data-overlay][role=dialog], [data-overlay][role=alertdialog]")) show(null);
    };
    // Whoever knows the key goes on typing at once: what comes before the field is there is meant for it.
    const show = (step: ShortcutId | null) => {
      typeAhead();
      setOpen({ step });
    };
    window.addEventListener("keydown", pressed);
    const stop = onOpenPalette(show);
    return () => {
      window.removeEventListener("keydown", pressed);
      stop();
    };
  }, []);
  return open && <Palette step={open.step} onClose={() => setOpen(null)} />;
}
