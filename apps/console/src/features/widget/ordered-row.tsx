"use client";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { IconButton } from "../../ui/icon-button.tsx";
import { MoveButtons, useMove } from "../../ui/move-buttons.tsx";

type Props = { number: number; count: number; title: ReactNode; onMove: (step: -1 | 1) => void; onRemove: () => void; children: ReactNode };

/** One of a few at its place, which it can change. */
export function OrderedRow({ number, count, title, onMove, onRemove, children }: Props) {
  const t = useTranslations("widget");
  const { buttons, onKeyDown } = useMove({ isFirst: number === 1, isLast: number === count, onMove });
  return (
    <li className="flex flex-col gap-3 px-4 py-3" data-testid="ordered-row" onKeyDown={onKeyDown}>
      <div className="flex items-center gap-2">
        <span className="tabular text-muted">{number}</span>
        <span className="min-w-0 flex-1 truncate font-medium">{title}</span>
        <MoveButtons {...buttons} up={t("moveUp", { number })} down={t("moveDown", { number })} />
        <IconButton label={t("removeNumber", { number })} size="small" onClick={onRemove}>
          <X aria-hidden className="size-4" />
        </IconButton>
      </div>
      {children}
    </li>
  );
}
