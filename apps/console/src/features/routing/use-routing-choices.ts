"use client";
import { channels, type RoutingChoice } from "@onethread/core";
import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { listAgents } from "../../api/agents.ts";
import { listBusinessHours } from "../../api/business-hours.ts";
import { listChannelAccounts } from "../../api/channel-accounts.ts";
import { keys } from "../../api/keys.ts";
import { listLabels } from "../../api/labels.ts";
import { listQueues } from "../../api/queues.ts";

type Choice = { value: string; label: string };

/** Languages that businesses are written in most; others come in through the API, and stay. */
const languages = "ar cs da de el en es fi fr he hi hu id it ja ko nl no pl pt pt-BR ro ru sv th tr uk vi zh".split(" ");

/** What rules can ask for and send to, in the reader's words. */
export function useRoutingChoices(): Record<RoutingChoice | "hours" | "queue" | "agent", Choice[]> {
  const names = useTranslations("channels");
  const locale = useLocale();
  const agents = useQuery({ queryKey: keys.agents, queryFn: listAgents });
  const queues = useQuery({ queryKey: keys.queues, queryFn: listQueues });
  const labels = useQuery({ queryKey: keys.labels, queryFn: listLabels });
  const accounts = useQuery({ queryKey: keys.channelAccounts, queryFn: listChannelAccounts });
  const hours = useQuery({ queryKey: keys.businessHours, queryFn: listBusinessHours });
  return useMemo(() => {
    const named = (rows: readonly { id: string; name: string }[] | undefined): Choice[] =>
      (rows ?? []).map(({ id, name }) => ({ value: id, label: name }));
    const tongue = new Intl.DisplayNames([locale], { type: "language" });
    return {
      channel: channels.map((value) => ({ value, label: names(value) })),
      account: (accounts.data ?? []).map(({ id, name, channel }) => ({ value: id, label: `${name} (${names(channel)})` })),
      language: languages.map((value) => ({ value, label: tongue.of(value) ?? value })).sort((a, b) => a.label.localeCompare(b.label, locale)),
      label: named(labels.data),
      hours: named(hours.data),
      queue: named(queues.data),
      agent: named(agents.data?.filter(({ disabledAt }) => disabledAt === null)),
    };
  }, [names, locale, agents.data, queues.data, labels.data, accounts.data, hours.data]);
}
