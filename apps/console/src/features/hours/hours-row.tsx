"use client";
import { Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type BusinessHours, deleteBusinessHours } from "../../api/business-hours.ts";
import { keys } from "../../api/keys.ts";
import { Badge } from "../../ui/badge.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { useSave } from "../settings/use-save.ts";
import { CloseNow } from "./close-now.tsx";
import { OpenState } from "./open-state.tsx";

export function HoursRow({ hours, onEdit }: { hours: BusinessHours; onEdit: () => void }) {
  const t = useTranslations("hours");
  const [deleting, setDeleting] = useState(false);
  const { busy, save } = useSave(keys.businessHours);
  const used = hours.usedBy.map(({ kind, name }) => t(kind === "queue" ? "usedByQueue" : "usedByRule", { name })).join(", ");
  return (
    <li className="flex flex-wrap items-center gap-2 px-4 py-2" data-testid="business-hours">
      <div className="min-w-0 flex-1 basis-60">
        <p className="flex items-center gap-2">
          <span dir="auto" className="truncate">
            {hours.name}
          </span>
          <Badge tone={hours.open ? "success" : "neutral"}>{t(hours.open ? "openNow" : "closed")}</Badge>
          {hours.isDefault && <Badge tone="accent">{t("default")}</Badge>}
        </p>
        <p className="text-muted text-sm">
          <OpenState hours={hours} /> · {hours.timeZone.replaceAll("_", " ")}
        </p>
        {used && <p className="text-muted text-sm">{t("usedBy", { list: used })}</p>}
      </div>
      <CloseNow hours={hours} />
      <IconButton label={t("edit", { name: hours.name })} onClick={onEdit}>
        <Pencil aria-hidden className="size-4" />
      </IconButton>
      <IconButton label={t("delete", { name: hours.name })} onClick={() => setDeleting(true)}>
        <Trash2 aria-hidden className="size-4" />
      </IconButton>
      {used ? (
        <Dialog open={deleting} onOpenChange={setDeleting} title={t("inUseTitle", { name: hours.name })}>
          <p className="pb-4 text-muted">{t("inUseText", { list: used })}</p>
        </Dialog>
      ) : (
        <ConfirmDialog
          open={deleting}
          onOpenChange={setDeleting}
          title={t("deleteTitle", { name: hours.name })}
          action={t("deleteAction")}
          busy={busy}
          onConfirm={() =>
            void save(
              () => deleteBusinessHours(hours.id),
              () => setDeleting(false),
            )
          }
        >
          {t("deleteText")}
        </ConfirmDialog>
      )}
    </li>
  );
}
