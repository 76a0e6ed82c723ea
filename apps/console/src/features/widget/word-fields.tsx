"use client";
import type { WidgetSettings } from "@onethread/core/api";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { directionOf, type Locale, localeNames, locales } from "../../i18n/locales.ts";
import { Field } from "../../ui/field.tsx";
import { Input } from "../../ui/input.tsx";
import { Select } from "../../ui/select.tsx";

type Props = { settings: WidgetSettings; onChange: (part: Partial<WidgetSettings>) => void };

const texts = { greeting: 120, introduction: 400, away: 400 } as const;
/** As the chat itself speaks Portuguese. */
const languageOf = (locale: Locale): string => (locale === "pt-BR" ? "pt" : locale);
const options = locales.map((locale) => ({ value: languageOf(locale), label: localeNames[locale] }));

/** What the shop says in its own words, language by language. */
export function WordFields({ settings, onChange }: Props) {
  const t = useTranslations("widget");
  const [language, setLanguage] = useState(settings.defaultLanguage);
  const set = (name: keyof typeof texts, value: string) => {
    const { [language]: _before, ...others } = settings.texts[name];
    onChange({ texts: { ...settings.texts, [name]: value.trim() === "" ? others : { ...others, [language]: value } } });
  };
  return (
    <section className="flex flex-col gap-4" aria-label={t("words")}>
      <h2 className="font-medium text-body">{t("words")}</h2>
      <p className="text-muted text-sm">{t("wordsHint")}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t("language")}>
          <Select value={language} options={options} onChange={setLanguage} />
        </Field>
        <Field label={t("defaultLanguage")}>
          <Select value={settings.defaultLanguage} options={options} onChange={(defaultLanguage) => onChange({ defaultLanguage })} />
        </Field>
      </div>
      {(Object.keys(texts) as (keyof typeof texts)[]).map((name) => (
        <Field key={`${name} ${language}`} label={t(name)}>
          <Input
            dir={directionOf(language)}
            lang={language}
            maxLength={texts[name]}
            value={settings.texts[name][language] ?? ""}
            onChange={(event) => set(name, event.target.value)}
          />
        </Field>
      ))}
    </section>
  );
}
