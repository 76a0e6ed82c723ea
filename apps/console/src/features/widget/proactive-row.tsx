"use client";
import { useTranslations } from "next-intl";
import { directionOf } from "../../i18n/locales.ts";
import { Checkbox } from "../../ui/checkbox.tsx";
import { cn } from "../../ui/class-names.ts";
import { Field } from "../../ui/field.tsx";
import { controlClass, Input } from "../../ui/input.tsx";
import { withWords } from "./languages.ts";
import { NumberField } from "./number-field.tsx";
import { OrderedRow } from "./ordered-row.tsx";
import { type ProactiveRule, ruleProblem } from "./proactive.ts";
import { type Trait, TraitFields } from "./trait-fields.tsx";

type Props = {
  name: string;
  rule: ProactiveRule;
  number: number;
  count: number;
  language: string;
  onMove: (step: -1 | 1) => void;
  onRemove: () => void;
  onChange: (rule: ProactiveRule) => void;
};

/** One message of its own accord: what it says, when, and how often. */
export function ProactiveRow({ name, rule, number, count, language, onMove, onRemove, onChange }: Props) {
  const t = useTranslations("widget");
  const { when, cap, text } = rule;
  const problem = ruleProblem(rule);
  const set = (part: Partial<ProactiveRule["when"]>) => onChange({ ...rule, when: { ...when, ...part } });
  const setTrait = (trait: Trait | undefined) => {
    const { trait: _, ...rest } = when;
    onChange({ ...rule, when: trait ? { ...rest, trait } : rest });
  };
  const said = text[language] ?? Object.values(text)[0] ?? "";
  return (
    <OrderedRow number={number} count={count} title={<bdi>{said || t("newRule")}</bdi>} onMove={onMove} onRemove={onRemove}>
      <Checkbox checked={rule.enabled} onChange={(enabled) => onChange({ ...rule, enabled })}>
        {t("ruleOn")}
      </Checkbox>
      <Field label={t("ruleText")} error={problem === "text" ? t("ruleTextMissing") : undefined}>
        <textarea
          rows={2}
          dir={directionOf(language)}
          lang={language}
          maxLength={300}
          value={text[language] ?? ""}
          placeholder={Object.values(text)[0] ?? ""}
          onChange={(event) => onChange({ ...rule, text: withWords(text, language, event.target.value) })}
          className={cn(controlClass, "field-sizing-content max-h-40 min-h-14 resize-y py-1.5")}
        />
      </Field>
      {said && (
        <figure className="flex flex-col gap-1">
          <figcaption className="text-muted text-sm">{t("bubble")}</figcaption>
          <div className="w-fit max-w-[300px] rounded-[14px] border border-line bg-raised p-3 text-body shadow-popup" dir="auto">
            <b className="block font-semibold">{name}</b>
            <span className="wrap-anywhere">{said}</span>
          </div>
        </figure>
      )}
      <fieldset className="grid gap-3 sm:grid-cols-2">
        <legend className="mb-1 font-medium">{t("when")}</legend>
        <Field label={t("rulePath")} hint={t("rulePathHint")} error={problem === "path" ? t("rulePathWrong") : undefined}>
          <Input
            dir="ltr"
            spellCheck={false}
            placeholder="/cart"
            maxLength={200}
            value={when.path ?? ""}
            onChange={(event) => set({ path: event.target.value.trim() || null })}
          />
        </Field>
        <NumberField label={t("ruleSeconds")} value={when.secondsOnPage} range={[0, 3600]} onChange={(secondsOnPage) => set({ secondsOnPage })} />
        <NumberField
          label={t("ruleScrolled")}
          value={when.scrolledPercent}
          range={[1, 100]}
          onChange={(scrolledPercent) => set({ scrolledPercent })}
        />
        <TraitFields trait={when.trait} wrong={problem === "trait"} onChange={setTrait} />
        <div className="flex flex-col gap-2 self-end">
          <Checkbox checked={when.leaving} onChange={(leaving) => set({ leaving })}>
            {t("ruleLeaving")}
          </Checkbox>
          <Checkbox checked={when.onlyWhileOpen} onChange={(onlyWhileOpen) => set({ onlyWhileOpen })}>
            {t("ruleOpen")}
          </Checkbox>
        </div>
      </fieldset>
      <fieldset className="grid gap-3 sm:grid-cols-2">
        <legend className="mb-1 font-medium">{t("howOften")}</legend>
        <NumberField
          label={t("ruleTimes")}
          value={cap.times}
          range={[1, 20]}
          onChange={(times) => times !== null && onChange({ ...rule, cap: { ...cap, times } })}
        />
        <NumberField
          label={t("ruleRest")}
          value={cap.restDays}
          range={[1, 365]}
          onChange={(restDays) => restDays !== null && onChange({ ...rule, cap: { ...cap, restDays } })}
        />
      </fieldset>
    </OrderedRow>
  );
}
