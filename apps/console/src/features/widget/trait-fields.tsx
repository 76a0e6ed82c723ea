"use client";
import { useTranslations } from "next-intl";
import { Field } from "../../ui/field.tsx";
import { Input } from "../../ui/input.tsx";
import { NumberField } from "./number-field.tsx";
import type { ProactiveRule } from "./proactive.ts";

export type Trait = NonNullable<ProactiveRule["when"]["trait"]>;
type Props = { trait: Trait | undefined; wrong: boolean; onChange: (trait: Trait | undefined) => void };

const most = 1_000_000_000;

/** What the page says of its visitor: which of it, and what it is or is at least. Without a name nothing is asked. */
export function TraitFields({ trait, wrong, onChange }: Props) {
  const t = useTranslations("widget");
  const { name = "", is = null, atLeast = null } = trait ?? {};
  const set = (part: Partial<Trait>) => {
    const next = { name, is, atLeast, ...part };
    onChange(next.name === "" ? undefined : next);
  };
  return (
    <>
      <Field label={t("ruleTrait")} hint={t("ruleTraitHint")} error={wrong ? t("ruleTraitWrong") : undefined}>
        <Input
          dir="ltr"
          spellCheck={false}
          placeholder="cart_value"
          maxLength={40}
          value={name}
          onChange={(event) => set({ name: event.target.value.trim() })}
        />
      </Field>
      {trait && (
        <>
          <Field label={t("ruleTraitIs")} hint={t("ruleTraitAny")}>
            <Input dir="auto" maxLength={200} value={is ?? ""} onChange={(event) => set({ is: event.target.value || null })} />
          </Field>
          <NumberField label={t("ruleTraitAtLeast")} value={atLeast} range={[-most, most]} onChange={(number) => set({ atLeast: number })} />
        </>
      )}
    </>
  );
}
