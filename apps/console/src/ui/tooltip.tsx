"use client";
import { Tooltip as Base } from "@base-ui/react/tooltip";
import type { ReactElement } from "react";
import { Kbd } from "./kbd.tsx";

type Props = {
  label: string;
  shortcut?: string | undefined;
  side?: "top" | "bottom" | "inline-end";
  children: ReactElement<Record<string, unknown>>;
};

/** A hint for people who can see; the element itself carries the accessible name. */
export function Tooltip({ label, shortcut, side = "top", children }: Props) {
  return (
    <Base.Root>
      <Base.Trigger render={children} delay={400} />
      <Base.Portal>
        <Base.Positioner side={side} sideOffset={6} className="z-50">
          <Base.Popup className="flex max-w-72 items-center gap-2 rounded-control bg-fg px-2 py-1 text-sm text-surface shadow-popup">
            {label}
            {shortcut && <Kbd inverted>{shortcut}</Kbd>}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

export const TooltipProvider = Base.Provider;
