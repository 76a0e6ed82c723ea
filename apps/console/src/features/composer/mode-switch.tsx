"use client";
import { Lock, type LucideIcon, Reply } from "lucide-react";
import { useTranslations } from "next-intl";
import { Segmented } from "../../ui/segmented.tsx";
import type { Mode } from "./draft-store.ts";

type Props = { mode: Mode; onChange: (mode: Mode) => void };

/** Reply or note: two rooms with two doors. */
export function ModeSwitch({ mode, onChange }: Props) {
  const t = useTranslations("composer");
  const named = (Icon: LucideIcon, name: string) => (
    <>
      <Icon aria-hidden className="size-3 rtl:-scale-x-100" />
      {name}
    </>
  );
  const modes = [
    { value: "reply", label: named(Reply, t("reply")) },
    { value: "note", label: named(Lock, t("note")), chosenClass: "bg-note text-note-fg ring-1 ring-note-line" },
  ] as const;
  return <Segmented<Mode> label={t("mode")} value={mode} options={modes} onChange={onChange} />;
}
