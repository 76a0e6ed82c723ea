"use client";
import { useTranslations } from "next-intl";
import { Select } from "../../ui/select.tsx";
import { SettingRow } from "./setting-row.tsx";

const choices = [0, 5, 10, 20, 30] as const;

/** For how long a reply is held back. A value that was set elsewhere is among the choices. */
export function UndoChoice({ seconds, onChoose }: { seconds: number; onChoose: (seconds: number) => void }) {
  const t = useTranslations("ownSettings");
  const all = [...new Set([...choices, seconds])].sort((a, b) => a - b);
  return (
    <SettingRow label={t("undo")} text={t("undoText")}>
      <Select
        className="w-36 shrink-0"
        value={String(seconds)}
        options={all.map((value) => ({ value: String(value), label: value === 0 ? t("undoOff") : t("undoSeconds", { seconds: value }) }))}
        onChange={(value) => onChoose(Number(value))}
      />
    </SettingRow>
  );
}
