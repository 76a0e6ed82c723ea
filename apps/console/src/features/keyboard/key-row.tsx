"use client";
import { Pencil, RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "../../ui/icon-button.tsx";
import { Kbd } from "../../ui/kbd.tsx";
import { isFixed, type Keymap, shownIn } from "./keymap.ts";
import type { ShortcutId } from "./shortcuts.ts";

type Props = { id: ShortcutId; keymap: Keymap; own: boolean; onChange: () => void; onReset: () => void };

/** One action with its keys. */
export function KeyRow({ id, keymap, own, onChange, onReset }: Props) {
  const t = useTranslations("keyboard");
  const name = useTranslations("shortcuts.keys")(id);
  const shown = shownIn(keymap, id);
  return (
    <li className="flex min-h-10 items-center gap-2 border-line border-b ps-3 pe-1 last:border-b-0" data-testid={`key-${id}`}>
      <span className="min-w-0 flex-1">{name}</span>
      <span className="flex shrink-0 gap-1">
        {shown.length > 0 ? shown.map((key) => <Kbd key={key}>{key}</Kbd>) : <span className="text-sm text-subtle">{t("none")}</span>}
      </span>
      <span className="flex w-16 shrink-0 justify-end">
        {own && (
          <IconButton label={t("reset", { name })} onClick={onReset}>
            <RotateCcw aria-hidden className="size-4" />
          </IconButton>
        )}
        {!isFixed(id) && (
          <IconButton label={t("change", { name })} onClick={onChange}>
            <Pencil aria-hidden className="size-4" />
          </IconButton>
        )}
      </span>
    </li>
  );
}
