"use client";
import type { Conversation } from "@onethread/core/api";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { keys } from "../../api/keys.ts";
import { listQueues } from "../../api/queues.ts";
import { Select } from "../../ui/select.tsx";
import { useConversationActions } from "../conversation/use-conversation-actions.ts";
import { useMay } from "../frame/me.tsx";
import { PanelSection } from "./panel-section.tsx";

const none = "none";

/** The queue the case waits in. Not there while a workspace has no queues. */
export function QueuePicker({ conversation }: { conversation: Conversation }) {
  const t = useTranslations("details");
  const queues = useQuery({ queryKey: keys.queues, queryFn: listQueues });
  const { setQueue } = useConversationActions(conversation);
  const mayEdit = useMay("work_cases");
  if (!queues.data || queues.data.length === 0) return null;
  const current = queues.data.find((queue) => queue.id === conversation.queueId);
  return (
    <PanelSection title={t("queue")}>
      {mayEdit ? (
        <Select
          aria-label={t("queue")}
          className="w-full"
          value={current?.id ?? none}
          onChange={(value) => setQueue(value === none ? null : value)}
          options={[{ value: none, label: t("noQueue") }, ...queues.data.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      ) : (
        <p dir="auto">{current?.name ?? t("noQueue")}</p>
      )}
    </PanelSection>
  );
}
