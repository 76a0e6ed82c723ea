"use client";
import { useLocale } from "next-intl";
import { type Dates, makeDates } from "./dates.ts";

// Intl formatters are slow to make and a list asks for them in every row.
const made = new Map<string, Dates>();

export function useDates(): Dates {
  const locale = useLocale();
  const known = made.get(locale);
  if (known) return known;
  const dates = makeDates(locale);
  made.set(locale, dates);
  return dates;
}
