"use client";
import type { MacroAction } from "@onethread/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { listAgents } from "../../api/agents.ts";
import { keys } from "../../api/keys.ts";
import { listLabels } from "../../api/labels.ts";
import { listQueues } from "../../api/queues.ts";
import { useChoices } from "../conditions/use-choices.tsx";

/** Actions in words: "Add labels: VIP, Returns". */
export function useMacroText() {
  const t = useTranslations("macros");
  const choices = useChoices();
  const loading = [
    useQuery({ queryKey: keys.agents, queryFn: listAgents }),
    useQuery({ queryKey: keys.queues, queryFn: listQueues }),
    useQuery({ queryKey: keys.labels, queryFn: listLabels }),
  ].some(({ isPending }) => isPending);
  // What is not known yet is not gone.
  const named = (field: "assignee" | "queue" | "label" | "priority", value: string): string =>
    choices[field].find((choice) => choice.value === value)?.label ?? (loading ? "…" : t("run.gone"));
  const value = (action: MacroAction): string => {
    switch (action.do) {
      case "insert_text":
      case "add_note":
        return action.text;
      case "add_labels":
      case "remove_labels":
        return action.labels.map((label) => named("label", label)).join(", ");
      case "set_priority":
        return named("priority", action.priority);
      case "assign":
        return named("assignee", action.to);
      case "set_queue":
        return named("queue", action.queueId ?? "none");
      case "snooze":
        if (action.hours === null) return t("snoozeReply");
        return action.hours % 24 === 0 ? t("inDays", { count: action.hours / 24 }) : t("inHours", { count: action.hours });
      case "set_status":
        return t(action.status === "done" ? "done" : "reopen");
    }
  };
  return { named, value, sentence: (action: MacroAction) => t("sentence", { kind: t(`kind.${action.do}`), value: value(action) }) };
}
