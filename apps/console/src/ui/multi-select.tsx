"use client";
import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./class-names.ts";
import { controlClass } from "./input.tsx";
import { Menu, MenuCheckItem } from "./menu.tsx";

type Props = {
  values: readonly string[];
  onChange: (values: string[]) => void;
  options: readonly { value: string; label: string; icon?: ReactNode }[];
  label: string;
  /** Shown while nothing is chosen. */
  placeholder: string;
  className?: string;
};

/** Choose some of a few. */
export function MultiSelect({ values, onChange, options, label, placeholder, className }: Props) {
  const chosen = options.filter(({ value }) => values.includes(value)).map((option) => option.label);
  const toggle = (value: string, on: boolean) => onChange(on ? [...values, value] : values.filter((other) => other !== value));
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={`${label}: ${chosen.join(", ") || placeholder}`}
          className={cn(controlClass, "flex h-8 items-center justify-between gap-2 text-start", className)}
        >
          <span className={cn("truncate", chosen.length === 0 && "text-subtle")}>{chosen.join(", ") || placeholder}</span>
          <ChevronDown aria-hidden className="size-4 shrink-0 text-muted" />
        </button>
      }
    >
      {options.map(({ value, label: text, icon }) => (
        <MenuCheckItem key={value} checked={values.includes(value)} onChange={(on) => toggle(value, on)}>
          <span className="flex items-center gap-2">
            {icon}
            <span dir="auto">{text}</span>
          </span>
        </MenuCheckItem>
      ))}
    </Menu>
  );
}
