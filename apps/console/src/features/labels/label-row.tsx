"use client";
import { Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { keys } from "../../api/keys.ts";
import { deleteLabel, type Label } from "../../api/labels.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { LabelChip } from "../../ui/label-chip.tsx";
import { useSave } from "../settings/use-save.ts";

export function LabelRow({ label, onEdit }: { label: Label; onEdit: () => void }) {
  const t = useTranslations("labels");
  const [deleting, setDeleting] = useState(false);
  const { busy, save } = useSave(keys.labels);
  return (
    <li className="flex items-center gap-2 px-4 py-2" data-testid="label">
      <span className="min-w-0 flex-1">
        <LabelChip name={label.name} color={label.color} />
      </span>
      <IconButton label={t("edit", { name: label.name })} onClick={onEdit}>
        <Pencil aria-hidden className="size-4" />
      </IconButton>
      <IconButton label={t("delete", { name: label.name })} onClick={() => setDeleting(true)}>
        <Trash2 aria-hidden className="size-4" />
      </IconButton>
      <ConfirmDialog
        open={deleting}
        onOpenChange={setDeleting}
        title={t("deleteTitle", { name: label.name })}
        action={t("deleteAction")}
        busy={busy}
        onConfirm={() =>
          void save(
            () => deleteLabel(label.id),
            () => setDeleting(false),
          )
        }
      >
        {t("deleteText")}
      </ConfirmDialog>
    </li>
  );
}
