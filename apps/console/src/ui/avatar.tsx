import type { ReactNode } from "react";
import { cn } from "./class-names.ts";
import { initialsOf } from "./initials.ts";

type Props = { name: string | null; size?: "small" | "medium" | "large"; badge?: ReactNode; className?: string };

/** Initials on a quiet disc. Decorative: the name always stands beside it. */
export function Avatar({ name, size = "medium", badge, className }: Props) {
  return (
    <span aria-hidden className={cn("relative inline-flex shrink-0", className)}>
      <span
        className={cn(
          "inline-flex items-center justify-center rounded-full bg-hover font-medium text-muted ring-1 ring-line ring-inset",
          size === "small" && "size-[18px] text-[9px]",
          size === "medium" && "size-8 text-xs",
          size === "large" && "size-11 text-ui",
        )}
      >
        {initialsOf(name)}
      </span>
      {badge && <span className="-end-1 -bottom-1 absolute flex size-4 items-center justify-center rounded-full bg-surface">{badge}</span>}
    </span>
  );
}
