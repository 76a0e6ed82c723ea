"use client";
import type { WidgetSettings } from "@onethread/core/api";
import { useTranslations } from "next-intl";
import { Select } from "../../ui/select.tsx";
import { languageOptions } from "./languages.ts";

/** What is set of a chat in several languages. */
export type WordedProps = {
  settings: WidgetSettings;
  language: string;
  onLanguage: (language: string) => void;
  onChange: (part: Partial<WidgetSettings>) => void;
};

type Props = { title: string; language: string; onLanguage: (language: string) => void };

/** The head of what is said in several languages: one language for all of the page, so that the preview speaks it, too. */
export function LanguageRow({ title, language, onLanguage }: Props) {
  const t = useTranslations("widget");
  return (
    <div className="flex flex-wrap items-center gap-3">
      <h2 className="min-w-40 flex-1 font-medium text-body">{title}</h2>
      <Select aria-label={`${title}: ${t("language")}`} value={language} options={languageOptions} onChange={onLanguage} className="w-44" />
    </div>
  );
}
