"use client";
import { useState } from "react";
import { putOff } from "../../put-off.tsx";
import { useShortcut } from "../keyboard/use-shortcut.ts";

const ViewsPeek = putOff(() => import("./views-peek.tsx").then((module) => module.ViewsPeek));

/** The views by key: a look at them where they are hidden, else the way to them. */
export function ViewsKey({ hidden }: { hidden: boolean }) {
  const [open, setOpen] = useState(false);
  useShortcut("views", () => {
    if (hidden) setOpen(true);
    else document.querySelector<HTMLElement>("[data-region=views] [aria-current=page]")?.focus();
  });
  return open && hidden ? <ViewsPeek open onOpenChange={setOpen} /> : null;
}
