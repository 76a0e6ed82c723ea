"use client";
import { useQuery } from "@tanstack/react-query";
import { Layers, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { keys } from "../../api/keys.ts";
import { listQueues, type Queue } from "../../api/queues.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { OnlyFor } from "../settings/only-for.tsx";
import { QueryBody } from "../settings/query-body.tsx";
import { SettingsPage } from "../settings/settings-page.tsx";
import { QueueDialog } from "./queue-dialog.tsx";
import { QueueRow } from "./queue-row.tsx";

/** Queues, and how much waits in each. */
export function QueuesScreen() {
  const t = useTranslations("queues");
  const [editing, setEditing] = useState<Queue | "new" | null>(null);
  const queues = useQuery({ queryKey: keys.queues, queryFn: listQueues });
  return (
    <OnlyFor right="manage_queues">
      <SettingsPage
        title={t("title")}
        text={t("text")}
        action={
          <Button variant="primary" onClick={() => setEditing("new")}>
            <Plus aria-hidden className="size-4" />
            {t("create")}
          </Button>
        }
      >
        <QueryBody
          query={queues}
          empty={
            <EmptyState icon={<Layers aria-hidden className="size-8" strokeWidth={1.25} />} title={t("emptyTitle")}>
              {t("emptyText")}
            </EmptyState>
          }
        >
          {(rows) => (
            <ul className="divide-y divide-line rounded-panel border border-line">
              {rows.map((queue) => (
                <QueueRow key={queue.id} queue={queue} onEdit={() => setEditing(queue)} />
              ))}
            </ul>
          )}
        </QueryBody>
        {editing && <QueueDialog queue={editing === "new" ? null : editing} onClose={() => setEditing(null)} />}
      </SettingsPage>
    </OnlyFor>
  );
}
