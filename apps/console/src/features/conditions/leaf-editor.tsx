"use client";
import { type ConditionField, type ConversationLeaf, conditionFields } from "@onethread/core";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "../../ui/icon-button.tsx";
import { Input } from "../../ui/input.tsx";
import { MultiSelect } from "../../ui/multi-select.tsx";
import { Select } from "../../ui/select.tsx";
import { blankLeaf } from "./blank-leaf.ts";
import { useChoices } from "./use-choices.tsx";

const fields = Object.keys(conditionFields) as ConditionField[];
type Props = { leaf: ConversationLeaf; onChange: (leaf: ConversationLeaf) => void; onRemove: () => void };

/** One condition: field, comparison, value. */
export function LeafEditor({ leaf, onChange, onRemove }: Props) {
  const t = useTranslations("conditions");
  return (
    <div className="flex flex-wrap items-center gap-2 sm:flex-nowrap">
      <Select
        aria-label={t("field")}
        className="w-full sm:w-40"
        value={leaf.field}
        options={fields.map((value) => ({ value, label: t(`fields.${value}`) }))}
        onChange={(field) => onChange(blankLeaf(field))}
      />
      <Comparison leaf={leaf} onChange={onChange} />
      <IconButton label={t("remove")} size="small" onClick={onRemove}>
        <X aria-hidden className="size-4" />
      </IconButton>
    </div>
  );
}

function Comparison({ leaf, onChange }: Pick<Props, "leaf" | "onChange">) {
  const t = useTranslations("conditions");
  const choices = useChoices();
  const op = <Op extends string>(value: Op, ops: readonly Op[], change: (op: Op) => void) => (
    <Select
      aria-label={t("comparison")}
      className="w-36 shrink-0"
      value={value}
      options={ops.map((each) => ({ value: each, label: t(`ops.${each}` as "ops.in") }))}
      onChange={change}
    />
  );
  switch (leaf.op) {
    case "in":
    case "not_in":
      return (
        <>
          {op(leaf.op, ["in", "not_in"] as const, (next) => onChange({ ...leaf, op: next }))}
          <MultiSelect
            className="min-w-0 flex-1"
            label={t("value")}
            placeholder={t("choose")}
            values={leaf.values}
            options={choices[leaf.field]}
            onChange={(values) => onChange({ ...leaf, values })}
          />
        </>
      );
    case "is":
      return (
        <Select
          aria-label={t("value")}
          className="flex-1"
          value={leaf.value ? "yes" : "no"}
          options={[
            { value: "yes", label: t("yes") },
            { value: "no", label: t("no") },
          ]}
          onChange={(value) => onChange({ ...leaf, value: value === "yes" })}
        />
      );
    case "contains":
    case "not_contains":
      return (
        <>
          {op(leaf.op, ["contains", "not_contains"] as const, (next) => onChange({ ...leaf, op: next }))}
          <Input
            aria-label={t("value")}
            className="min-w-0 flex-1"
            dir="auto"
            maxLength={100}
            value={leaf.value}
            onChange={(event) => onChange({ ...leaf, value: event.target.value })}
          />
        </>
      );
    default: {
      const inDays = leaf.hours % 24 === 0;
      const number = inDays ? leaf.hours / 24 : leaf.hours;
      return (
        <>
          {op(leaf.op, ["within", "over"] as const, (next) => onChange({ ...leaf, op: next }))}
          <Input
            aria-label={t("value")}
            type="number"
            min={1}
            max={inDays ? 3650 : 87_600}
            className="w-20"
            value={number || ""}
            onChange={(event) => onChange({ ...leaf, hours: Math.max(0, Math.floor(Number(event.target.value))) * (inDays ? 24 : 1) })}
          />
          <Select
            aria-label={t("unit")}
            className="flex-1"
            value={inDays ? "days" : "hours"}
            options={[
              { value: "hours", label: t("hours") },
              { value: "days", label: t("days") },
            ]}
            onChange={(unit) => onChange({ ...leaf, hours: unit === "days" ? Math.max(1, number) * 24 : Math.max(1, number) })}
          />
        </>
      );
    }
  }
}
