"use client";
import { useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import { cn } from "../../ui/class-names.ts";

type Props = { name: string; checked: boolean; className: string; onChoose: (event: Pick<MouseEvent, "shiftKey">) => void };

/** Chooses a row by pointer. By key: X on the row. */
export function RowCheckbox({ name, checked, className, onChoose }: Props) {
  const t = useTranslations("list");
  return (
    <label className={cn("flex cursor-pointer items-center justify-center", className)}>
      <input
        type="checkbox"
        className="size-4 accent-(--c-accent)"
        aria-label={t("choose", { name })}
        tabIndex={-1}
        checked={checked}
        onClick={onChoose}
        // What is chosen is known outside; the click says with which key.
        onChange={() => {}}
      />
    </label>
  );
}
