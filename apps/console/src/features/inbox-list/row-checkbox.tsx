"use client";
import { useTranslations } from "next-intl";
import type { MouseEvent } from "react";

type Props = { name: string; checked: boolean; onChoose: (event: Pick<MouseEvent, "shiftKey">) => void };

/** Chooses a row by pointer, over its picture. By key: X on the row. */
export function RowCheckbox({ name, checked, onChoose }: Props) {
  const t = useTranslations("list");
  return (
    <label className="absolute inset-y-0 start-6.5 my-auto flex size-8 cursor-pointer items-center justify-center rounded-full bg-hover">
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
