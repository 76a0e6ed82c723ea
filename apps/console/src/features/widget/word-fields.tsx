"use client";
import { useTranslations } from "next-intl";
import { directionOf } from "../../i18n/locales.ts";
import { Field } from "../../ui/field.tsx";
import { Input } from "../../ui/input.tsx";
import { Select } from "../../ui/select.tsx";
import { LanguageRow, type WordedProps } from "./language-row.tsx";
import { languageOptions, withWords } from "./languages.ts";

const texts = { greeting: 120, introduction: 400, away: 400 } as const;

/** What the shop says in its own words, language by language. */
export function WordFields({ settings, language, onLanguage, onChange }: WordedProps) {
  const t = useTranslations("widget");
  return (
    <section className="flex flex-col gap-4" aria-label={t("words")}>
      <LanguageRow title={t("words")} language={language} onLanguage={onLanguage} />
      <p className="text-muted text-sm">{t("wordsHint")}</p>
      {(Object.keys(texts) as (keyof typeof texts)[]).map((name) => (
        <Field key={`${name} ${language}`} label={t(name)}>
          <Input
            dir={directionOf(language)}
            lang={language}
            maxLength={texts[name]}
            value={settings.texts[name][language] ?? ""}
            onChange={(event) => onChange({ texts: { ...settings.texts, [name]: withWords(settings.texts[name], language, event.target.value) } })}
          />
        </Field>
      ))}
      <Field label={t("defaultLanguage")}>
        <Select value={settings.defaultLanguage} options={languageOptions} onChange={(defaultLanguage) => onChange({ defaultLanguage })} />
      </Field>
    </section>
  );
}
