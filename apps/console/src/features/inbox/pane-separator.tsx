"use client";
import { Separator } from "react-resizable-panels";

/** A one-pixel line that can be dragged, or moved with the arrow keys. */
export function PaneSeparator({ label }: { label: string }) {
  return (
    <Separator
      aria-label={label}
      className="relative w-px bg-line transition-colors duration-100 hover:bg-accent focus-visible:bg-accent focus-visible:outline-offset-0 data-[separator=active]:bg-accent"
    />
  );
}
