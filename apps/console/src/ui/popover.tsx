"use client";
import { Popover as Base } from "@base-ui/react/popover";
import type { ReactElement, ReactNode } from "react";

type Props = {
  trigger: ReactElement<Record<string, unknown>>;
  title: string;
  /** Whether the title is shown or only read aloud. */
  titleShown?: boolean;
  children: ReactNode;
  align?: "start" | "center" | "end";
  side?: "top" | "bottom";
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  testId?: string;
  /** Where the focus goes when it closes, if not back to the button. */
  focusThen?: () => HTMLElement | null;
};

/** A small window beside a button, for what is more than a menu. What is in it is made when it opens. */
export function Popover({
  trigger,
  title,
  titleShown = false,
  children,
  align = "end",
  side = "bottom",
  open,
  onOpenChange,
  testId,
  focusThen,
}: Props) {
  return (
    <Base.Root {...(open === undefined ? {} : { open })} {...(onOpenChange ? { onOpenChange } : {})}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className="z-50 outline-none" align={align} side={side} sideOffset={4} collisionPadding={8}>
          <Base.Popup
            data-overlay
            data-testid={testId}
            {...(focusThen ? { finalFocus: () => focusThen() ?? true } : {})}
            className="max-h-(--available-height) w-80 max-w-(--available-width) overflow-y-auto rounded-panel border border-line bg-raised p-3 shadow-popup outline-none"
          >
            <Base.Title className={titleShown ? "mb-2 font-semibold" : "sr-only"}>{title}</Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
