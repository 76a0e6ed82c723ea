"use client";
import { type RoutingField, type RoutingLeaf, routingFields } from "@onethread/core";
import { useTranslations } from "next-intl";
import { ChoiceEditor, Comparison, FlagEditor, LeafFrame, SomeOf, TextEditor } from "../conditions/leaf-parts.tsx";
import { blankRoutingLeaf } from "./blank-rule.ts";
import { useRoutingChoices } from "./use-routing-choices.ts";

const fields = Object.keys(routingFields) as RoutingField[];
type Props = { leaf: RoutingLeaf; onChange: (leaf: RoutingLeaf) => void; onRemove: () => void };

/** One condition of a rule: field, comparison, value. */
export function RoutingLeafEditor({ leaf, onChange, onRemove }: Props) {
  const t = useTranslations("routing");
  return (
    <LeafFrame
      className="w-full shrink-0 sm:w-48"
      field={leaf.field}
      fields={fields.map((value) => ({ value, label: t(`fields.${value}`) }))}
      onField={(field) => onChange(blankRoutingLeaf(field))}
      onRemove={onRemove}
    >
      <Value leaf={leaf} onChange={onChange} />
    </LeafFrame>
  );
}

function Value({ leaf, onChange }: Pick<Props, "leaf" | "onChange">) {
  const t = useTranslations("routing");
  const choices = useRoutingChoices();
  switch (leaf.op) {
    case "in":
    case "not_in":
      return <ChoiceEditor leaf={leaf} options={choices[leaf.field]} onChange={(part) => onChange({ ...leaf, ...part })} />;
    case "open":
    case "closed":
      return (
        <>
          <SomeOf values={leaf.values} options={choices.hours} onChange={(values) => onChange({ ...leaf, values })} />
          <Comparison op={leaf.op} ops={["open", "closed"]} label={(op) => t(`ops.${op}`)} onChange={(op) => onChange({ ...leaf, op })} />
        </>
      );
    case "is":
      return <FlagEditor value={leaf.value} onChange={(value) => onChange({ ...leaf, value })} />;
    default:
      return <TextEditor leaf={leaf} maxLength={200} placeholder={t("textPlaceholder")} onChange={(part) => onChange({ ...leaf, ...part })} />;
  }
}
