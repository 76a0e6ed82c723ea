import type { ReactNode } from "react";
import { cn } from "./class-names.ts";

/** One key of the keyboard. */
export function Kbd({ children, inverted = false }: { children: ReactNode; inverted?: boolean }) {
  return (
    <kbd
      className={cn(
        "inline-flex h-[18px] min-w-[18px] items-center justify-center rounded-chip border px-1 font-sans text-xs",
        inverted ? "border-surface/40 text-surface" : "border-line bg-app text-muted",
      )}
    >
      {children}
    </kbd>
  );
}
