"use client";
import { type ChoiceField, channels } from "@onethread/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { listAgents } from "../../api/agents.ts";
import { keys } from "../../api/keys.ts";
import { listLabels } from "../../api/labels.ts";
import { listQueues } from "../../api/queues.ts";

export type Choice = { value: string; label: string };

const priorities = ["low", "normal", "high", "urgent"] as const;
const statuses = ["open", "snoozed", "done"] as const;

/** What can be chosen for each field, in the reader's words. */
export function useChoices(): Record<ChoiceField, Choice[]> {
  const t = useTranslations("conditions.values");
  const names = useTranslations("channels");
  const agents = useQuery({ queryKey: keys.agents, queryFn: listAgents });
  const queues = useQuery({ queryKey: keys.queues, queryFn: listQueues });
  const labels = useQuery({ queryKey: keys.labels, queryFn: listLabels });
  return useMemo(() => {
    const named = (rows: readonly { id: string; name: string }[] | undefined): Choice[] =>
      (rows ?? []).map(({ id, name }) => ({ value: id, label: name }));
    return {
      status: statuses.map((value) => ({ value, label: t(`status.${value}`) })),
      waitingOn: (["us", "customer"] as const).map((value) => ({ value, label: t(`waitingOn.${value}`) })),
      assignee: [{ value: "me", label: t("me") }, { value: "nobody", label: t("nobody") }, ...named(agents.data)],
      queue: [{ value: "none", label: t("noQueue") }, ...named(queues.data)],
      channel: channels.map((value) => ({ value, label: names(value) })),
      label: [{ value: "none", label: t("noLabel") }, ...named(labels.data)],
      mention: (["new", "seen"] as const).map((value) => ({ value, label: t(`mention.${value}`) })),
      follower: [{ value: "me", label: t("me") }, ...named(agents.data)],
      priority: priorities.map((value) => ({ value, label: t(`priority.${value}`) })),
    };
  }, [t, names, agents.data, queues.data, labels.data]);
}
