"use client";
import { Tooltip as Base } from "@base-ui/react/tooltip";
import type { ReactElement, ReactNode } from "react";
import { Kbd } from "./kbd.tsx";

type Hint = { label: string; shortcut?: string | undefined; side: "top" | "bottom" | "inline-end" };
type Props = Omit<Hint, "side"> & { side?: Hint["side"]; children: ReactElement<Record<string, unknown>> };

/** One window for all of them: a screen has a hundred buttons, and a window for each costs more than the buttons. */
const hints = Base.createHandle<Hint>();

/** A hint for people who can see; the element itself carries the accessible name. */
export function Tooltip({ label, shortcut, side = "top", children }: Props) {
  return <Base.Trigger handle={hints} payload={{ label, shortcut, side }} render={children} delay={400} />;
}

export function TooltipProvider({ children }: { children: ReactNode }) {
  return (
    <Base.Provider>
      {children}
      <Base.Root handle={hints}>
        {({ payload }) =>
          payload && (
            <Base.Portal>
              <Base.Positioner side={payload.side} sideOffset={6} className="z-50">
                <Base.Popup className="flex max-w-72 items-center gap-2 rounded-control bg-fg px-2 py-1 text-sm text-surface shadow-popup">
                  {payload.label}
                  {payload.shortcut && <Kbd inverted>{payload.shortcut}</Kbd>}
                </Base.Popup>
              </Base.Positioner>
            </Base.Portal>
          )
        }
      </Base.Root>
    </Base.Provider>
  );
}
