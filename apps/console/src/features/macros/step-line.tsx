"use client";
import type { MacroAction, MacroState, MacroStep } from "@onethread/core";
import { ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDates } from "../../i18n/use-dates.ts";
import { cn } from "../../ui/class-names.ts";
import { actionIcons } from "./action-icons.ts";
import { useMacroText } from "./use-macro-text.ts";

type Props = { action: MacroAction; step: MacroStep /** Texts as they will stand there. */; text: string; onToggle: () => void };

/** One step of a macro, for this conversation: what is, and what will be; or why nothing will. */
export function StepLine({ action, step, text, onToggle }: Props) {
  const t = useTranslations("macros");
  const words = useMacroText();
  const Icon = actionIcons[action.do];
  const idle = step.outcome === "nothing" || step.outcome === "refused";
  return (
    <li data-testid="macro-step" data-outcome={step.outcome} className="flex items-start gap-3 px-3 py-2">
      <label className={cn("flex min-w-0 flex-1 items-start gap-3", idle && "text-muted")}>
        <input
          type="checkbox"
          className="mt-0.5 size-4 shrink-0 accent-(--c-accent)"
          checked={step.outcome !== "skipped" && !idle}
          disabled={idle}
          onChange={onToggle}
        />
        <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
        <span className="flex min-w-0 flex-1 flex-col gap-0.5">
          <span className="font-medium">{"text" in action ? t(`kind.${action.do}`) : words.sentence(action)}</span>
          {"text" in action && (
            <span
              dir="auto"
              className={cn(
                "line-clamp-6 whitespace-pre-wrap break-words rounded-control px-2 py-1",
                action.do === "add_note" ? "bg-note text-note-fg" : "bg-app text-fg",
              )}
            >
              {text}
            </span>
          )}
          <span className="text-muted text-sm">
            <Becomes action={action} step={step} />
          </span>
        </span>
      </label>
    </li>
  );
}

function Becomes({ action, step }: Pick<Props, "action" | "step">) {
  const t = useTranslations("macros.run");
  const shown = useShown(action);
  if (step.outcome === "refused" && step.obstacle) return t(`obstacle.${step.obstacle}`);
  if (step.outcome === "nothing") return t("nothing");
  if (step.outcome === "skipped") return t("skipped");
  if (action.do === "insert_text") return t("into");
  if (action.do === "add_note") return null;
  const [from, to] = [shown(step.before), shown(step.after)];
  return (
    <>
      <span className="sr-only">{t("fromTo", { from, to })}</span>
      <span aria-hidden className="flex flex-wrap items-center gap-1.5">
        <bdi>{from}</bdi>
        <ArrowRight className="size-3.5 shrink-0 rtl:-scale-x-100" />
        <bdi className="font-medium text-fg">{to}</bdi>
      </span>
    </>
  );
}

/** What of a state an action is about, in words. */
function useShown(action: MacroAction): (state: MacroState) => string {
  const t = useTranslations("macros.run");
  const status = useTranslations("conditions.values.status");
  const dates = useDates();
  const { named } = useMacroText();
  return (state) => {
    switch (action.do) {
      case "set_priority":
        return named("priority", state.priority);
      case "assign":
        return named("assignee", state.assigneeId ?? "nobody");
      case "set_queue":
        return named("queue", state.queueId ?? "none");
      case "add_labels":
      case "remove_labels":
        return state.labels.map((label) => named("label", label)).join(", ") || t("noLabels");
      default:
        return state.snoozedUntil ? t("snoozedUntil", { date: dates.appointment(state.snoozedUntil) }) : status(state.status);
    }
  };
}
