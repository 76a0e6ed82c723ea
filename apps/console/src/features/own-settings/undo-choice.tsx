"use client";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { Select } from "../../ui/select.tsx";

const choices = [0, 5, 10, 20, 30] as const;

/** For how long a reply is held back. A value that was set elsewhere is among the choices. */
export function UndoChoice({ seconds, onChoose }: { seconds: number; onChoose: (seconds: number) => void }) {
  const t = useTranslations("ownSettings");
  const id = useId();
  const all = [...new Set([...choices, seconds])].sort((a, b) => a - b);
  return (
    <div className="flex items-start gap-3 py-3">
      <div className="min-w-0 flex-1">
        <p className="font-medium">{t("undo")}</p>
        <p id={id} className="text-muted text-sm">
          {t("undoText")}
        </p>
      </div>
      <Select
        aria-label={t("undo")}
        aria-describedby={id}
        className="w-36 shrink-0"
        value={String(seconds)}
        options={all.map((value) => ({ value: String(value), label: value === 0 ? t("undoOff") : t("undoSeconds", { seconds: value }) }))}
        onChange={(value) => onChoose(Number(value))}
      />
    </div>
  );
}
