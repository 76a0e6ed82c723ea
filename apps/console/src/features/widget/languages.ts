import { type Locale, localeNames, locales } from "../../i18n/locales.ts";

/** As the chat itself speaks Portuguese. */
const languageOf = (locale: Locale): string => (locale === "pt-BR" ? "pt" : locale);

/** The languages that the chat speaks, by their own names. */
export const languageOptions = locales.map((locale) => ({ value: languageOf(locale), label: localeNames[locale] }));

/** Words of a language in a text of several; an empty one is none. */
export function withWords(texts: Record<string, string>, language: string, words: string): Record<string, string> {
  const { [language]: _before, ...others } = texts;
  return words.trim() === "" ? others : { ...others, [language]: words };
}
