"use client";
import { Dialog as Base } from "@base-ui/react/dialog";
import type { ReactNode } from "react";
import { cn } from "./class-names.ts";

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Read aloud. */
  title: string;
  /** The edge it lies at. */
  side: "start" | "end";
  className: string;
  /** Where the focus goes when it opens; null: to the first thing in it. */
  initialFocus?: () => HTMLElement | null | undefined;
  testId?: string;
  children: ReactNode;
};

/** What has no room beside the rest, over it, from one edge of the window; Escape and a press beside it close it. */
export function Drawer({ open, onOpenChange, title, side, className, initialFocus, testId, children }: Props) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-black/30 transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0 dark:bg-black/60" />
        <Base.Popup
          data-overlay
          data-testid={testId}
          {...(initialFocus ? { initialFocus: () => initialFocus() ?? true } : {})}
          className={cn(
            "fixed inset-y-0 z-40 border-line shadow-popup outline-none",
            side === "start" ? "start-0 border-e" : "end-0 border-s",
            className,
          )}
        >
          <Base.Title className="sr-only">{title}</Base.Title>
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

export const DrawerClose = Base.Close;
