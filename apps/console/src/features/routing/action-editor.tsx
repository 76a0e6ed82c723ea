"use client";
import { useTranslations } from "next-intl";
import type { RoutingRuleInput } from "../../api/routing-rules.ts";
import { Field } from "../../ui/field.tsx";
import { MultiSelect } from "../../ui/multi-select.tsx";
import { Select } from "../../ui/select.tsx";
import { useRoutingChoices } from "./use-routing-choices.ts";

type Action = RoutingRuleInput["action"];
const none = "none";
const priorities = ["low", "normal", "high", "urgent"] as const;

/** Where a rule sends, and what it adds. What is gone by now is shown as such, and can be replaced. */
export function ActionEditor({ action, onChange }: { action: Action; onChange: (action: Action) => void }) {
  const t = useTranslations("routing");
  const words = useTranslations("conditions");
  const choices = useRoutingChoices();
  const one = (field: "queue" | "agent", id: string | null) => [
    { value: none, label: t(field === "queue" ? "noQueue" : "nobody") },
    ...choices[field],
    ...(id !== null && !choices[field].some(({ value }) => value === id) ? [{ value: id, label: words("goneValue") }] : []),
  ];
  const chosen = (value: string) => (value === none ? null : value);
  return (
    <fieldset>
      <legend className="mb-1 font-medium text-ui">{t("then")}</legend>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t("queue")}>
          <Select
            value={action.queueId ?? none}
            options={one("queue", action.queueId)}
            onChange={(value) => onChange({ ...action, queueId: chosen(value) })}
          />
        </Field>
        <Field label={t("agent")} hint={t("agentHint")}>
          <Select
            value={action.assigneeId ?? none}
            options={one("agent", action.assigneeId)}
            onChange={(value) => onChange({ ...action, assigneeId: chosen(value) })}
          />
        </Field>
        <div className="flex flex-col gap-1">
          <span aria-hidden className="font-medium text-ui">
            {t("labels")}
          </span>
          <MultiSelect
            label={t("labels")}
            placeholder={t("noLabels")}
            values={action.labels}
            options={choices.label}
            onChange={(labels) => onChange({ ...action, labels })}
          />
        </div>
        <Field label={t("priority")}>
          <Select
            value={action.priority ?? none}
            options={[{ value: none, label: t("samePriority") }, ...priorities.map((value) => ({ value, label: words(`values.priority.${value}`) }))]}
            onChange={(value) => onChange({ ...action, priority: value === none ? null : (value as (typeof priorities)[number]) })}
          />
        </Field>
      </div>
    </fieldset>
  );
}
