"use client";
import { type RoutingField, type RoutingLeaf, routingFields } from "@onethread/core";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "../../ui/icon-button.tsx";
import { Input } from "../../ui/input.tsx";
import { MultiSelect } from "../../ui/multi-select.tsx";
import { Select } from "../../ui/select.tsx";
import { blankRoutingLeaf } from "./blank-rule.ts";
import { useRoutingChoices } from "./use-routing-choices.ts";

const fields = Object.keys(routingFields) as RoutingField[];
type Props = { leaf: RoutingLeaf; onChange: (leaf: RoutingLeaf) => void; onRemove: () => void };

/** One condition of a rule: field, comparison, value. */
export function RoutingLeafEditor({ leaf, onChange, onRemove }: Props) {
  const t = useTranslations("routing");
  const words = useTranslations("conditions");
  return (
    <div className="flex flex-wrap items-center gap-2 sm:flex-nowrap">
      <Select
        aria-label={words("field")}
        className="w-full shrink-0 sm:w-48"
        value={leaf.field}
        options={fields.map((value) => ({ value, label: t(`fields.${value}`) }))}
        onChange={(field) => onChange(blankRoutingLeaf(field))}
      />
      <Comparison leaf={leaf} onChange={onChange} />
      <IconButton label={words("remove")} size="small" onClick={onRemove}>
        <X aria-hidden className="size-4" />
      </IconButton>
    </div>
  );
}

function Comparison({ leaf, onChange }: Pick<Props, "leaf" | "onChange">) {
  const t = useTranslations("routing");
  const words = useTranslations("conditions");
  const choices = useRoutingChoices();
  const op = <Op extends string>(value: Op, ops: readonly { value: Op; label: string }[], change: (op: Op) => void) => (
    <Select aria-label={words("comparison")} className="w-36 shrink-0" value={value} options={ops} onChange={change} />
  );
  const some = (field: keyof typeof choices, values: readonly string[], change: (values: string[]) => void) => (
    <MultiSelect
      className="min-w-0 flex-1"
      label={words("value")}
      placeholder={words("choose")}
      values={values}
      options={choices[field]}
      onChange={change}
    />
  );
  switch (leaf.op) {
    case "in":
    case "not_in": {
      const ops = (["in", "not_in"] as const).map((value) => ({ value, label: words(`ops.${value}`) }));
      return (
        <>
          {op(leaf.op, ops, (next) => onChange({ ...leaf, op: next }))}
          {some(leaf.field, leaf.values, (values) => onChange({ ...leaf, values }))}
        </>
      );
    }
    case "open":
    case "closed": {
      const ops = (["open", "closed"] as const).map((value) => ({ value, label: t(`ops.${value}`) }));
      return (
        <>
          {some("hours", leaf.values, (values) => onChange({ ...leaf, values }))}
          {op(leaf.op, ops, (next) => onChange({ ...leaf, op: next }))}
        </>
      );
    }
    case "is":
      return (
        <Select
          aria-label={words("value")}
          className="flex-1"
          value={leaf.value ? "yes" : "no"}
          options={(["yes", "no"] as const).map((value) => ({ value, label: words(value) }))}
          onChange={(value) => onChange({ ...leaf, value: value === "yes" })}
        />
      );
    default: {
      const ops = (["contains", "not_contains"] as const).map((value) => ({ value, label: words(`ops.${value}`) }));
      return (
        <>
          {op(leaf.op, ops, (next) => onChange({ ...leaf, op: next }))}
          <Input
            aria-label={words("value")}
            className="min-w-0 flex-1"
            dir="auto"
            maxLength={200}
            placeholder={t("textPlaceholder")}
            value={leaf.value}
            onChange={(event) => onChange({ ...leaf, value: event.target.value })}
          />
        </>
      );
    }
  }
}
