"use client";
import { Lock, Reply } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "../../ui/class-names.ts";
import type { Mode } from "./draft-store.ts";

type Props = { mode: Mode; onChange: (mode: Mode) => void };

/** Reply or note: two rooms with two doors. */
export function ModeSwitch({ mode, onChange }: Props) {
  const t = useTranslations("composer");
  const modes = [
    { value: "reply", label: t("reply"), Icon: Reply },
    { value: "note", label: t("note"), Icon: Lock },
  ] as const;
  return (
    <div role="radiogroup" aria-label={t("mode")} className="flex shrink-0 rounded-control bg-hover p-0.5">
      {modes.map(({ value, label, Icon }) => (
        // biome-ignore lint/a11y/useSemanticElements: a segmented control; native radios cannot be pressed with one key and keep the field's focus
        <button
          key={value}
          type="button"
          role="radio"
          aria-checked={mode === value}
          onClick={() => onChange(value)}
          className={cn(
            "flex h-6 items-center gap-1 rounded-chip px-2 font-medium text-sm",
            mode !== value && "text-muted hover:text-fg",
            mode === value && (value === "note" ? "bg-note text-note-fg ring-1 ring-note-line" : "bg-raised text-fg shadow-sm"),
          )}
        >
          <Icon aria-hidden className="size-3 rtl:-scale-x-100" />
          {label}
        </button>
      ))}
    </div>
  );
}
