"use client";
import { useTranslations } from "next-intl";
import { directionOf } from "../../i18n/locales.ts";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Field } from "../../ui/field.tsx";
import { Input } from "../../ui/input.tsx";
import { ChoiceOptions } from "./choice-options.tsx";
import { withWords } from "./languages.ts";
import { OrderedRow } from "./ordered-row.tsx";
import { askedOf, fieldProblem, type PreChatField } from "./pre-chat.ts";

type Props = {
  field: PreChatField;
  number: number;
  count: number;
  language: string;
  onMove: (step: -1 | 1) => void;
  onRemove: () => void;
  onChange: (field: PreChatField) => void;
};

/** One thing that is asked, with its words in the language that is being written. */
export function PreChatRow({ field, number, count, language, onMove, onRemove, onChange }: Props) {
  const t = useTranslations("widget");
  const problem = fieldProblem(field);
  return (
    <OrderedRow number={number} count={count} title={t(`field.${askedOf(field)}`)} onMove={onMove} onRemove={onRemove}>
      <Field label={t("fieldLabel")} error={problem === "label" ? t("fieldLabelMissing") : undefined}>
        <Input
          dir={directionOf(language)}
          lang={language}
          maxLength={120}
          value={field.label[language] ?? ""}
          placeholder={Object.values(field.label)[0] ?? ""}
          onChange={(event) => onChange({ ...field, label: withWords(field.label, language, event.target.value) })}
        />
      </Field>
      {field.kind === "choice" && (
        <ChoiceOptions
          options={field.options}
          language={language}
          wrong={problem === "options"}
          onChange={(options) => onChange({ ...field, options })}
        />
      )}
      {field.kind === "consent" && (
        <Field label={t("consentLink")} hint={t("consentLinkHint")} error={problem === "link" ? t("consentLinkWrong") : undefined}>
          <Input
            dir="ltr"
            inputMode="url"
            placeholder="https://shop.com/privacy"
            value={field.link ?? ""}
            onChange={(event) => onChange({ ...field, link: event.target.value.trim() || null })}
          />
        </Field>
      )}
      <Checkbox checked={field.required} onChange={(required) => onChange({ ...field, required })}>
        {t("required")}
      </Checkbox>
    </OrderedRow>
  );
}
