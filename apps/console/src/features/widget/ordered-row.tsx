"use client";
import { ArrowDown, ArrowUp, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { KeyboardEvent, ReactNode } from "react";
import { IconButton } from "../../ui/icon-button.tsx";

type Props = { number: number; count: number; title: ReactNode; onMove: (step: -1 | 1) => void; onRemove: () => void; children: ReactNode };

/** One of a few at its place. Alt with an arrow moves it, wherever the focus stands in it. */
export function OrderedRow({ number, count, title, onMove, onRemove, children }: Props) {
  const t = useTranslations("widget");
  const move = (step: -1 | 1) => {
    if (step < 0 ? number === 1 : number === count) return;
    const focused = document.activeElement;
    onMove(step);
    // A row that changes its place may lose the focus on the way.
    requestAnimationFrame(() => focused instanceof HTMLElement && focused.isConnected && focused.focus());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    move(event.key === "ArrowUp" ? -1 : 1);
  };
  return (
    <li className="flex flex-col gap-3 px-4 py-3" data-testid="ordered-row" onKeyDown={onKeyDown}>
      <div className="flex items-center gap-2">
        <span className="tabular text-muted">{number}</span>
        <span className="min-w-0 flex-1 truncate font-medium">{title}</span>
        <IconButton label={t("moveUp", { number })} shortcut="Alt ↑" size="small" aria-disabled={number === 1} onClick={() => move(-1)}>
          <ArrowUp aria-hidden className="size-4" />
        </IconButton>
        <IconButton label={t("moveDown", { number })} shortcut="Alt ↓" size="small" aria-disabled={number === count} onClick={() => move(1)}>
          <ArrowDown aria-hidden className="size-4" />
        </IconButton>
        <IconButton label={t("removeNumber", { number })} size="small" onClick={onRemove}>
          <X aria-hidden className="size-4" />
        </IconButton>
      </div>
      {children}
    </li>
  );
}
