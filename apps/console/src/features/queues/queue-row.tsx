"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { listBusinessHours } from "../../api/business-hours.ts";
import { keys } from "../../api/keys.ts";
import { deleteQueue, type Queue } from "../../api/queues.ts";
import { Badge } from "../../ui/badge.tsx";
import { OpenState } from "../hours/open-state.tsx";
import { EditAndDelete } from "../settings/edit-and-delete.tsx";

export function QueueRow({ queue, onEdit }: { queue: Queue; onEdit: () => void }) {
  const t = useTranslations("queues");
  const all = useQuery({ queryKey: keys.businessHours, queryFn: listBusinessHours });
  const hours = all.data?.find((one) => one.id === queue.businessHoursId);
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
      <EditAndDelete name={queue.name} t={t} text={t("deleteText")} staleKey={keys.queues} onEdit={onEdit} remove={() => deleteQueue(queue.id)} />
    </li>
  );
}
