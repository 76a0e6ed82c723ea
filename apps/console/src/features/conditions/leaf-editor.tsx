"use client";
import { type ConditionField, type ConversationLeaf, conditionFields } from "@onethread/core";
import { useTranslations } from "next-intl";
import { HoursField } from "../../ui/hours-field.tsx";
import { blankLeaf } from "./blank-leaf.ts";
import { ChoiceEditor, Comparison, FlagEditor, LeafFrame, TextEditor } from "./leaf-parts.tsx";
import { useChoices } from "./use-choices.tsx";

const fields = Object.keys(conditionFields) as ConditionField[];
type Props = { leaf: ConversationLeaf; onChange: (leaf: ConversationLeaf) => void; onRemove: () => void };

/** One condition: field, comparison, value. */
export function LeafEditor({ leaf, onChange, onRemove }: Props) {
  const t = useTranslations("conditions");
  return (
    <LeafFrame
      className="w-full sm:w-40"
      field={leaf.field}
      fields={fields.map((value) => ({ value, label: t(`fields.${value}`) }))}
      onField={(field) => onChange(blankLeaf(field))}
      onRemove={onRemove}
    >
      <Value leaf={leaf} onChange={onChange} />
    </LeafFrame>
  );
}

function Value({ leaf, onChange }: Pick<Props, "leaf" | "onChange">) {
  const choices = useChoices();
  switch (leaf.op) {
    case "in":
    case "not_in":
      return <ChoiceEditor leaf={leaf} options={choices[leaf.field]} onChange={(part) => onChange({ ...leaf, ...part })} />;
    case "is":
      return <FlagEditor value={leaf.value} onChange={(value) => onChange({ ...leaf, value })} />;
    case "contains":
    case "not_contains":
      return <TextEditor leaf={leaf} maxLength={100} onChange={(part) => onChange({ ...leaf, ...part })} />;
    default:
      return <Age leaf={leaf} onChange={onChange} />;
  }
}

type AgeLeaf = Extract<ConversationLeaf, { hours: number }>;

/** So many hours or days ago. */
function Age({ leaf, onChange }: { leaf: AgeLeaf; onChange: (leaf: AgeLeaf) => void }) {
  const t = useTranslations("conditions");
  return (
    <>
      <Comparison op={leaf.op} ops={["within", "over"]} label={(op) => t(`ops.${op}`)} onChange={(op) => onChange({ ...leaf, op })} />
      <HoursField
        hours={leaf.hours}
        onChange={(hours) => onChange({ ...leaf, hours })}
        label={t("value")}
        unitLabel={t("unit")}
        hoursLabel={t("hours")}
        daysLabel={t("days")}
        maxHours={87_600}
        unitClass="flex-1"
      />
    </>
  );
}
