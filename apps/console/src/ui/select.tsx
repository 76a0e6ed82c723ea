"use client";
import { Select as Base } from "@base-ui/react/select";
import { Check, ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./class-names.ts";
import { controlClass } from "./input.tsx";

type SelectOption<T extends string> = { value: T; label: ReactNode; disabled?: boolean };

type Props<T extends string> = {
  value: T;
  onChange: (value: T) => void;
  options: readonly SelectOption<T>[];
  id?: string;
  "aria-label"?: string;
  "aria-describedby"?: string;
  disabled?: boolean;
  className?: string;
};

/** Choose one of a few. */
export function Select<T extends string>({ value, onChange, options, className, disabled, ...rest }: Props<T>) {
  const items = options.map(({ value: key, label }) => ({ value: key, label }));
  return (
    <Base.Root
      items={items}
      value={value}
      onValueChange={(next) => next !== null && onChange(next as T)}
      {...(disabled === undefined ? {} : { disabled })}
    >
      <Base.Trigger {...rest} className={cn(controlClass, "flex h-8 items-center justify-between gap-2 text-start", className)}>
        <Base.Value className="truncate" />
        <Base.Icon className="text-muted">
          <ChevronDown aria-hidden className="size-4" />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner className="z-50" sideOffset={4} alignItemWithTrigger={false}>
          <Base.Popup
            data-overlay
            className="max-h-(--available-height) min-w-(--anchor-width) overflow-y-auto rounded-panel border border-line bg-raised p-1 shadow-popup outline-none"
          >
            <Base.List>
              {options.map((option) => (
                <Base.Item
                  key={option.value}
                  value={option.value}
                  {...(option.disabled === undefined ? {} : { disabled: option.disabled })}
                  className="flex min-h-8 cursor-default items-center gap-2 rounded-control px-2 outline-none data-disabled:text-subtle data-highlighted:bg-hover"
                >
                  <span className="flex size-4 shrink-0 items-center justify-center">
                    <Base.ItemIndicator>
                      <Check aria-hidden className="size-4 text-accent-text" />
                    </Base.ItemIndicator>
                  </span>
                  <Base.ItemText>{option.label}</Base.ItemText>
                </Base.Item>
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
