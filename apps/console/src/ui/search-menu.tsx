"use client";
import { Combobox } from "@base-ui/react/combobox";
import { Check } from "lucide-react";
import type { ReactElement, ReactNode } from "react";

type Option = { value: string; label: string };
type Props<T extends Option> = {
  trigger: ReactElement<Record<string, unknown>>;
  options: readonly T[];
  values: ReadonlySet<string>;
  onChange: (value: string, on: boolean) => void;
  render: (option: T) => ReactNode;
  placeholder: string;
  /** Shown where nothing fits what was typed. */
  nothing: string;
};

/** More than one reads through: who has a thousand labels types the name. */
const mostShown = 100;

/** A menu behind a button of things that are on or off, among which one finds by typing. */
export function SearchMenu<T extends Option>({ trigger, options, values, onChange, render, placeholder, nothing }: Props<T>) {
  const chosen = options.filter(({ value }) => values.has(value));
  const change = (next: readonly T[]) => {
    for (const { value } of chosen) if (!next.some((one) => one.value === value)) onChange(value, false);
    for (const { value } of next) if (!values.has(value)) onChange(value, true);
  };
  return (
    <Combobox.Root
      multiple
      items={options}
      value={chosen}
      onValueChange={change}
      limit={mostShown}
      isItemEqualToValue={(a, b) => a.value === b.value}
      autoHighlight
    >
      <Combobox.Trigger render={trigger} />
      <Combobox.Portal>
        <Combobox.Positioner className="z-50 outline-none" align="start" sideOffset={4}>
          <Combobox.Popup
            data-overlay
            className="flex max-h-[min(24rem,var(--available-height))] min-w-56 max-w-96 flex-col overflow-hidden rounded-panel border border-line bg-raised shadow-popup outline-none"
          >
            <Combobox.Input
              dir="auto"
              aria-label={placeholder}
              placeholder={placeholder}
              className="h-9 shrink-0 border-line border-b bg-transparent px-3 text-ui outline-none placeholder:text-subtle"
            />
            <Combobox.Empty className="px-3 py-2 text-muted empty:hidden">{nothing}</Combobox.Empty>
            <Combobox.List aria-label={placeholder} className="min-h-0 overflow-y-auto p-1 empty:hidden">
              {(option: T) => (
                <Combobox.Item
                  key={option.value}
                  value={option}
                  className="flex min-h-8 cursor-default select-none items-center gap-2 rounded-control px-2 py-1 text-ui outline-none data-highlighted:bg-hover"
                >
                  <span className="flex size-4 shrink-0 items-center justify-center">
                    <Combobox.ItemIndicator>
                      <Check aria-hidden className="size-4 text-accent-text" />
                    </Combobox.ItemIndicator>
                  </span>
                  {render(option)}
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}
