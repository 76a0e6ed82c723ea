"use client";
import type { MacroAction } from "@onethread/core";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "../../ui/icon-button.tsx";
import { MoveButtons, useMove } from "../../ui/move-buttons.tsx";
import { actionIcons } from "./action-icons.ts";
import { ActionValue } from "./action-value.tsx";

type Props = {
  action: MacroAction;
  number: number;
  isLast: boolean;
  onChange: (action: MacroAction) => void;
  onMove: (step: -1 | 1) => void;
  onRemove: () => void;
};

/** One step at its place. Alt with an arrow moves it, wherever the focus stands in it. */
export function ActionRow({ action, number, isLast, onChange, onMove, onRemove }: Props) {
  const t = useTranslations("macros");
  const Icon = actionIcons[action.do];
  const { buttons, onKeyDown } = useMove({ isFirst: number === 1, isLast, onMove });
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1 px-3 py-2" data-testid="macro-action" onKeyDown={onKeyDown}>
      <span className="flex min-h-8 w-44 shrink-0 items-center gap-2">
        <span className="tabular text-muted">{number}</span>
        <Icon aria-hidden className="size-4 shrink-0 text-muted" />
        <span className="min-w-0">{t(`kind.${action.do}`)}</span>
      </span>
      <div className="order-last min-w-0 flex-1 basis-full sm:order-none sm:basis-60">
        <ActionValue action={action} onChange={onChange} />
      </div>
      <span className="ms-auto flex min-h-8 items-center">
        <MoveButtons {...buttons} up={t("moveUp", { number })} down={t("moveDown", { number })} />
        <IconButton label={t("remove", { number })} size="small" onClick={onRemove}>
          <X aria-hidden className="size-4" />
        </IconButton>
      </span>
    </li>
  );
}
