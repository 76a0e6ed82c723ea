"use client";
import { useLocale } from "next-intl";
import { type Dates, makeDates } from "./dates.ts";
import { formattingLocale } from "./locales.ts";

// Intl formatters are slow to make and a list asks for them in every row.
const made = new Map<string, Dates>();

/** In the language of the page, and in the reader's regional habits (12 or 24 hours) where the browser speaks it too. */
export function useDates(): Dates {
  const language = useLocale();
  const locale = formattingLocale(language, typeof navigator === "undefined" ? [] : navigator.languages);
  const known = made.get(locale);
  if (known) return known;
  const dates = makeDates(locale);
  made.set(locale, dates);
  return dates;
}
