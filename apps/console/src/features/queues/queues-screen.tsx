"use client";
import { useQuery } from "@tanstack/react-query";
import { Layers } from "lucide-react";
import { useTranslations } from "next-intl";
import { keys } from "../../api/keys.ts";
import { listQueues } from "../../api/queues.ts";
import { ListPage } from "../settings/list-page.tsx";
import { QueueDialog } from "./queue-dialog.tsx";
import { QueueRow } from "./queue-row.tsx";

/** Queues, and how much waits in each. */
export function QueuesScreen() {
  const t = useTranslations("queues");
  const query = useQuery({ queryKey: keys.queues, queryFn: listQueues });
  return (
    <ListPage right="manage_queues" Icon={Layers} t={t} query={query} dialog={(queue, close) => <QueueDialog queue={queue} onClose={close} />}>
      {(rows, edit) => (
        <ul className="divide-y divide-line rounded-panel border border-line">
          {rows.map((queue) => (
            <QueueRow key={queue.id} queue={queue} onEdit={() => edit(queue)} />
          ))}
        </ul>
      )}
    </ListPage>
  );
}
