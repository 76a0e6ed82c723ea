"use client";
import type { ConditionTree } from "@onethread/core";
import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentType } from "react";
import { Button } from "../../ui/button.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Select } from "../../ui/select.tsx";
import { type Group, groupOf, isGroup, partsOf, wordOf } from "./blank-leaf.ts";

/** As deep as the server takes them. */
const deepest = 4;

type Props<L> = {
  group: Group<L>;
  onChange: (group: Group<L>) => void;
  /** Shows one condition. */
  Leaf: ComponentType<{ leaf: L; onChange: (leaf: L) => void; onRemove: () => void }>;
  /** A condition to begin with: as the next one, and as the first of a new group. */
  blank: (first: boolean) => L;
  depth?: number;
  onRemove?: () => void;
};

/** Conditions joined by all, any or none, with groups in them. */
export function GroupEditor<L extends object>({ group, onChange, Leaf, blank, depth = 1, onRemove }: Props<L>) {
  const t = useTranslations("conditions");
  const [word, parts] = [wordOf(group), partsOf(group)];
  const set = (next: ConditionTree<L>[]) => onChange(groupOf(word, next));
  const replace = (index: number, part: ConditionTree<L>) => set(parts.map((old, at) => (at === index ? part : old)));
  const remove = (index: number) => set(parts.filter((_, at) => at !== index));
  return (
    <fieldset className={depth > 1 ? "rounded-panel border border-line p-3" : ""}>
      <legend className="sr-only">{t(`join.${word}`)}</legend>
      <div className="mb-2 flex items-center gap-2">
        <Select
          aria-label={t("joined")}
          className="w-64 max-w-full"
          value={word}
          options={(["all", "any", "none"] as const).map((value) => ({ value, label: t(`join.${value}`) }))}
          onChange={(next) => onChange(groupOf(next, parts))}
        />
        <span className="flex-1" />
        {onRemove && (
          <IconButton label={t("removeGroup")} size="small" onClick={onRemove}>
            <X aria-hidden className="size-4" />
          </IconButton>
        )}
      </div>
      <div className="flex flex-col gap-2">
        {parts.map((part, index) => {
          const rest = { onRemove: () => remove(index) };
          // Conditions have no identity of their own: their place is what they are known by.
          const key = `${depth}-${index}`;
          return isGroup(part) ? (
            <GroupEditor key={key} group={part} Leaf={Leaf} blank={blank} depth={depth + 1} onChange={(next) => replace(index, next)} {...rest} />
          ) : (
            <Leaf key={key} leaf={part} onChange={(next) => replace(index, next)} {...rest} />
          );
        })}
      </div>
      <div className="mt-2 flex gap-2">
        <Button variant="quiet" size="small" onClick={() => set([...parts, blank(false)])}>
          <Plus aria-hidden className="size-3.5" />
          {t("add")}
        </Button>
        {depth < deepest && (
          <Button variant="quiet" size="small" onClick={() => set([...parts, { any: [blank(true)] }])}>
            <Plus aria-hidden className="size-3.5" />
            {t("addGroup")}
          </Button>
        )}
      </div>
    </fieldset>
  );
}
