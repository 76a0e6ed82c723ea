import type { ReactNode } from "react";
import { cn } from "./class-names.ts";

type Option<T> = { value: T; label: ReactNode /** Of the one that is chosen, instead of the usual look. */; chosenClass?: string };
type Props<T> = { label: string; keyShortcuts?: string | undefined; value: T; options: readonly Option<T>[]; onChange: (value: T) => void };

/** One of two or three, side by side. */
export function Segmented<T extends string | null>({ label, keyShortcuts, value, options, onChange }: Props<T>) {
  return (
    <div role="radiogroup" aria-label={label} aria-keyshortcuts={keyShortcuts} className="flex shrink-0 rounded-control bg-hover p-0.5">
      {options.map((option) => (
        // biome-ignore lint/a11y/useSemanticElements: a segmented control; native radios cannot be pressed with one key and keep the field's focus
        <button
          key={option.value ?? ""}
          type="button"
          role="radio"
          aria-checked={option.value === value}
          onClick={() => onChange(option.value)}
          className={cn(
            "flex h-6 items-center gap-1 rounded-chip px-2 font-medium text-sm",
            option.value === value ? (option.chosenClass ?? "bg-raised text-fg shadow-sm") : "text-muted hover:text-fg",
          )}
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}
