"use client";
import { useTranslations } from "next-intl";
import { type BusinessHours, deleteBusinessHours } from "../../api/business-hours.ts";
import { keys } from "../../api/keys.ts";
import { Badge } from "../../ui/badge.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { EditAndDelete } from "../settings/edit-and-delete.tsx";
import { CloseNow } from "./close-now.tsx";
import { OpenState } from "./open-state.tsx";

export function HoursRow({ hours, onEdit }: { hours: BusinessHours; onEdit: () => void }) {
  const t = useTranslations("hours");
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
      <EditAndDelete
        name={hours.name}
        t={t}
        text={t("deleteText")}
        staleKey={keys.businessHours}
        onEdit={onEdit}
        remove={() => deleteBusinessHours(hours.id)}
        instead={
          used
            ? (open, onOpenChange) => (
                <Dialog open={open} onOpenChange={onOpenChange} title={t("inUseTitle", { name: hours.name })}>
                  <p className="pb-4 text-muted">{t("inUseText", { list: used })}</p>
                </Dialog>
              )
            : undefined
        }
      />
    </li>
  );
}
