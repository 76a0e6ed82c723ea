"use client";
import { useTranslations } from "next-intl";
import { keys } from "../../api/keys.ts";
import { deleteLabel, type Label } from "../../api/labels.ts";
import { LabelChip } from "../../ui/label-chip.tsx";
import { EditAndDelete } from "../settings/edit-and-delete.tsx";

export function LabelRow({ label, onEdit }: { label: Label; onEdit: () => void }) {
  const t = useTranslations("labels");
  return (
    <li className="flex items-center gap-2 px-4 py-2" data-testid="label">
      <span className="min-w-0 flex-1">
        <LabelChip name={label.name} color={label.color} />
      </span>
      <EditAndDelete name={label.name} t={t} text={t("deleteText")} staleKey={keys.labels} onEdit={onEdit} remove={() => deleteLabel(label.id)} />
    </li>
  );
}
