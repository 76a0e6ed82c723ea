"use client";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { IconButton } from "../../ui/icon-button.tsx";
import { Input } from "../../ui/input.tsx";
import { MultiSelect } from "../../ui/multi-select.tsx";
import { Select } from "../../ui/select.tsx";

type FrameProps<Field extends string> = {
  field: Field;
  fields: readonly { value: Field; label: string }[];
  /** Of the choice of fields. */
  className: string;
  onField: (field: Field) => void;
  onRemove: () => void;
  children: ReactNode;
};

/** One condition: its field, what `children` compare it with, and taking it out. */
export function LeafFrame<Field extends string>({ field, fields, className, onField, onRemove, children }: FrameProps<Field>) {
  const t = useTranslations("conditions");
  return (
    <div className="flex flex-wrap items-center gap-2 sm:flex-nowrap">
      <Select aria-label={t("field")} className={className} value={field} options={fields} onChange={onField} />
      {children}
      <IconButton label={t("remove")} size="small" onClick={onRemove}>
        <X aria-hidden className="size-4" />
      </IconButton>
    </div>
  );
}

type OpProps<Op extends string> = { op: Op; ops: readonly Op[]; label: (op: Op) => string; onChange: (op: Op) => void };

/** How a field is compared. */
export function Comparison<Op extends string>({ op, ops, label, onChange }: OpProps<Op>) {
  const t = useTranslations("conditions");
  return (
    <Select
      aria-label={t("comparison")}
      className="w-36 shrink-0"
      value={op}
      options={ops.map((value) => ({ value, label: label(value) }))}
      onChange={onChange}
    />
  );
}

type SomeProps = { values: readonly string[]; options: readonly { value: string; label: string }[]; onChange: (values: string[]) => void };

/** Some of a list of values. */
export function SomeOf({ values, options, onChange }: SomeProps) {
  const t = useTranslations("conditions");
  return (
    <MultiSelect className="min-w-0 flex-1" label={t("value")} placeholder={t("choose")} values={values} options={options} onChange={onChange} />
  );
}

const inOrNot = ["in", "not_in"] as const;
type InOrNot = { op: (typeof inOrNot)[number]; values: string[] };

/** One of some values, or none of them. */
export function ChoiceEditor({
  leaf,
  options,
  onChange,
}: {
  leaf: InOrNot;
  options: SomeProps["options"];
  onChange: (part: Partial<InOrNot>) => void;
}) {
  const t = useTranslations("conditions.ops");
  return (
    <>
      <Comparison op={leaf.op} ops={inOrNot} label={(op) => t(op)} onChange={(op) => onChange({ op })} />
      <SomeOf values={leaf.values} options={options} onChange={(values) => onChange({ values })} />
    </>
  );
}

/** Yes or no. */
export function FlagEditor({ value, onChange }: { value: boolean; onChange: (value: boolean) => void }) {
  const t = useTranslations("conditions");
  return (
    <Select
      aria-label={t("value")}
      className="flex-1"
      value={value ? "yes" : "no"}
      options={(["yes", "no"] as const).map((each) => ({ value: each, label: t(each) }))}
      onChange={(next) => onChange(next === "yes")}
    />
  );
}

const containsOrNot = ["contains", "not_contains"] as const;
type ContainsOrNot = { op: (typeof containsOrNot)[number]; value: string };
type TextProps = { leaf: ContainsOrNot; maxLength: number; placeholder?: string; onChange: (part: Partial<ContainsOrNot>) => void };

/** Has a text somewhere, or not. */
export function TextEditor({ leaf, maxLength, placeholder, onChange }: TextProps) {
  const t = useTranslations("conditions");
  return (
    <>
      <Comparison op={leaf.op} ops={containsOrNot} label={(op) => t(`ops.${op}`)} onChange={(op) => onChange({ op })} />
      <Input
        aria-label={t("value")}
        className="min-w-0 flex-1"
        dir="auto"
        maxLength={maxLength}
        placeholder={placeholder}
        value={leaf.value}
        onChange={(event) => onChange({ value: event.target.value })}
      />
    </>
  );
}
