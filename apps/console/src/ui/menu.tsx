"use client";
import { Menu as Base } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { cn } from "./class-names.ts";
import { Kbd } from "./kbd.tsx";

type Props = {
  trigger: ReactElement<Record<string, unknown>>;
  children: ReactNode;
  align?: "start" | "center" | "end";
  side?: "top" | "bottom";
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** Where the focus goes when it closes; false: it stays where it is; null or true: back to the button. */
  focusThen?: () => HTMLElement | boolean | null;
};

/** A menu behind a button. */
export function Menu({ trigger, children, align = "start", side = "bottom", open, onOpenChange, focusThen }: Props) {
  return (
    <Base.Root {...(open === undefined ? {} : { open })} {...(onOpenChange ? { onOpenChange } : {})}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className="z-50 outline-none" align={align} side={side} sideOffset={4}>
          <Base.Popup
            data-overlay
            {...(focusThen ? { finalFocus: () => focusThen() ?? true } : {})}
            className="max-h-(--available-height) min-w-52 max-w-96 overflow-y-auto rounded-panel border border-line bg-raised p-1 shadow-popup outline-none transition-opacity duration-80 data-ending-style:opacity-0"
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

const itemClass =
  "flex min-h-8 cursor-default select-none items-center gap-2 rounded-control px-2 py-1 text-ui outline-none data-disabled:text-subtle data-highlighted:bg-hover";

type ItemProps = { onSelect: () => void; icon?: ReactNode; shortcut?: string | undefined; disabled?: boolean; danger?: boolean; children: ReactNode };

export function MenuItem({ onSelect, icon, shortcut, disabled = false, danger = false, children }: ItemProps) {
  return (
    <Base.Item onClick={onSelect} disabled={disabled} className={cn(itemClass, danger && "text-danger")}>
      {icon && <span className="flex size-4 shrink-0 items-center justify-center text-muted">{icon}</span>}
      <span className="min-w-0 flex-1">{children}</span>
      {shortcut && <Kbd>{shortcut}</Kbd>}
    </Base.Item>
  );
}

type CheckItemProps = { checked: boolean; onChange: (checked: boolean) => void; children: ReactNode };

export function MenuCheckItem({ checked, onChange, children }: CheckItemProps) {
  return (
    <Base.CheckboxItem checked={checked} onCheckedChange={onChange} closeOnClick={false} className={itemClass}>
      <span className="flex size-4 shrink-0 items-center justify-center">
        <Base.CheckboxItemIndicator>
          <Check aria-hidden className="size-4 text-accent-text" />
        </Base.CheckboxItemIndicator>
      </span>
      <span className="min-w-0 flex-1">{children}</span>
    </Base.CheckboxItem>
  );
}

export function MenuGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-2 pt-1.5 pb-1 text-sm text-subtle">{label}</Base.GroupLabel>
      {children}
    </Base.Group>
  );
}

export const MenuSeparator = () => <Base.Separator className="my-1 h-px bg-line" />;
