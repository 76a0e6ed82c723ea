"use client";
import { Tabs as Base } from "@base-ui/react/tabs";
import type { ReactNode } from "react";

type Props<T extends string> = { value: T; onChange: (value: T) => void; tabs: readonly { value: T; label: ReactNode }[]; label: string };

/** Tabs that choose what a list below shows. */
export function Tabs<T extends string>({ value, onChange, tabs, label }: Props<T>) {
  return (
    <Base.Root value={value} onValueChange={(next) => onChange(next as T)}>
      <Base.List aria-label={label} className="flex flex-wrap gap-1 border-line border-b">
        {tabs.map((tab) => (
          <Base.Tab
            key={tab.value}
            value={tab.value}
            className="-mb-px border-transparent border-b-2 px-3 py-2 font-medium text-muted hover:text-fg data-active:border-fg data-active:text-fg"
          >
            {tab.label}
          </Base.Tab>
        ))}
      </Base.List>
    </Base.Root>
  );
}
