"use client";
import { useQuery } from "@tanstack/react-query";
import { Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { listBusinessHours } from "../../api/business-hours.ts";
import { keys } from "../../api/keys.ts";
import { deleteQueue, type Queue } from "../../api/queues.ts";
import { Badge } from "../../ui/badge.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { OpenState } from "../hours/open-state.tsx";
import { useSave } from "../settings/use-save.ts";

export function QueueRow({ queue, onEdit }: { queue: Queue; onEdit: () => void }) {
  const t = useTranslations("queues");
  const all = useQuery({ queryKey: keys.businessHours, queryFn: listBusinessHours });
  const hours = all.data?.find((one) => one.id === queue.businessHoursId);
  const [deleting, setDeleting] = useState(false);
  const { busy, save } = useSave(keys.queues);
  return (
    <li className="flex items-center gap-2 px-4 py-2" data-testid="queue">
      <span className="min-w-0 flex-1">
        <span className="flex items-center gap-2">
          <span dir="auto" className="truncate">
            {queue.name}
          </span>
          {queue.isDefault && <Badge tone="accent">{t("default")}</Badge>}
        </span>
        <span className="tabular text-muted text-sm">
          {t("open", { count: queue.open })}
          {hours && (
            <>
              {" · "}
              <bdi>{hours.name}</bdi>
              {": "}
              <OpenState hours={hours} />
            </>
          )}
        </span>
      </span>
      <IconButton label={t("edit", { name: queue.name })} onClick={onEdit}>
        <Pencil aria-hidden className="size-4" />
      </IconButton>
      <IconButton label={t("delete", { name: queue.name })} onClick={() => setDeleting(true)}>
        <Trash2 aria-hidden className="size-4" />
      </IconButton>
      <ConfirmDialog
        open={deleting}
        onOpenChange={setDeleting}
        title={t("deleteTitle", { name: queue.name })}
        action={t("deleteAction")}
        busy={busy}
        onConfirm={() =>
          void save(
            () => deleteQueue(queue.id),
            () => setDeleting(false),
          )
        }
      >
        {t("deleteText")}
      </ConfirmDialog>
    </li>
  );
}
