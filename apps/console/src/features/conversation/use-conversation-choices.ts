"use client";
import type { Conversation } from "@onethread/core/api";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { listAgents } from "../../api/agents.ts";
import { keys } from "../../api/keys.ts";
import { listLabels } from "../../api/labels.ts";
import { listQueues } from "../../api/queues.ts";
import { useDates } from "../../i18n/use-dates.ts";
import { useToasts } from "../../ui/toast.tsx";
import { useMay, useMe } from "../frame/me.tsx";
import { inboxPath } from "../inbox/inbox-path.ts";
import { useChoices, useShortcut } from "../keyboard/use-shortcut.ts";
import { snoozeTimes } from "./snooze-times.ts";
import type { useConversationActions } from "./use-conversation-actions.ts";

const priorities = ["urgent", "high", "normal", "low"] as const;
type Actions = ReturnType<typeof useConversationActions>;

/** What is done to a conversation with one of several things, by key and from the palette; not while keys mean what is chosen in the list. */
export function useConversationChoices(conversation: Conversation, actions: Actions, mayWork: boolean, free: boolean): void {
  const t = useTranslations("conversation");
  const details = useTranslations("details");
  const conditions = useTranslations("conditions.values");
  const dates = useDates();
  const toasts = useToasts();
  const me = useMe().agent;
  const may = mayWork && free;
  const mayLabel = useMay("work_cases") && free;
  const agents = useQuery({ queryKey: keys.agents, queryFn: listAgents }).data ?? [];
  const labels = useQuery({ queryKey: keys.labels, queryFn: listLabels }).data ?? [];
  const queues = useQuery({ queryKey: keys.queues, queryFn: listQueues }).data ?? [];

  useChoices(
    "assign",
    () => [
      ...agents
        .toSorted((a, b) => Number(b.id === me?.id) - Number(a.id === me?.id))
        .map(({ id, name }) => ({
          id,
          label: name,
          person: name,
          ...(id === me?.id ? { hint: t("you") } : {}),
          checked: conversation.assignee?.id === id,
          run: () => actions.assign({ id, name }),
        })),
      ...(conversation.assignee ? [{ id: "nobody", label: t("unassign"), person: null, run: () => actions.assign(null) }] : []),
    ],
    may,
  );
  useChoices(
    "snoozeUntil",
    () => [
      ...snoozeTimes(new Date()).map(({ preset, at }) => ({
        id: preset,
        label: t(`snooze.${preset}`),
        hint: dates.appointment(at.toISOString()),
        run: () => actions.snooze(at),
      })),
      { id: "reply", label: t("snooze.untilReply"), run: () => actions.snooze(null) },
    ],
    may,
  );
  useChoices(
    "label",
    () =>
      labels.map(({ id, name }) => {
        const on = conversation.labels.includes(id);
        return {
          id,
          label: name,
          checked: on,
          run: () => actions.setLabels(on ? conversation.labels.filter((other) => other !== id) : [...conversation.labels, id]),
        };
      }),
    mayLabel && labels.length > 0,
  );
  useChoices(
    "queue",
    () => [
      ...queues.map(({ id, name }) => ({ id, label: name, checked: conversation.queueId === id, run: () => actions.setQueue(id) })),
      ...(conversation.queueId ? [{ id: "none", label: details("noQueue"), run: () => actions.setQueue(null) }] : []),
    ],
    mayLabel && queues.length > 0,
  );
  useChoices(
    "priority",
    () =>
      priorities.map((priority) => ({
        id: priority,
        label: conditions(`priority.${priority}`),
        checked: conversation.priority === priority,
        run: () => actions.setPriority(priority),
      })),
    mayLabel,
  );
  useShortcut("reopen", actions.reopen, may && conversation.status !== "open");
  useShortcut("copyLink", () => {
    navigator.clipboard.writeText(`${window.location.origin}${inboxPath("all", conversation.id)}`).then(
      () => toasts.add({ title: t("linkCopied") }),
      () => toasts.add({ type: "error", title: t("linkNotCopied") }),
    );
  });
}
