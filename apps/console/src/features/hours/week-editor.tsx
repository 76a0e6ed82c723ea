"use client";
import type { OpenInterval } from "@onethread/core";
import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { IntervalsEditor } from "./intervals-editor.tsx";

type Props = { week: OpenInterval[][]; onChange: (week: OpenInterval[][]) => void };

/** Seven rows, Monday first, as they are kept. */
export function WeekEditor({ week, onChange }: Props) {
  const t = useTranslations("hours");
  const locale = useLocale();
  const names = useMemo(() => {
    const format = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" });
    // 1 January 2024 was a Monday.
    return Array.from({ length: 7 }, (_, day) => format.format(Date.UTC(2024, 0, 1 + day)));
  }, [locale]);
  return (
    <fieldset>
      <legend className="mb-1 font-medium text-ui">{t("week")}</legend>
      <ul className="divide-y divide-line rounded-panel border border-line">
        {names.map((name, day) => (
          <li key={name} className="flex flex-wrap items-start gap-x-3 gap-y-1 px-3 py-2" data-testid="hours-day">
            <span className="w-full pt-1.5 sm:w-28">{name}</span>
            <IntervalsEditor
              label={name}
              intervals={week[day] ?? []}
              onChange={(intervals) => onChange(week.map((old, at) => (at === day ? intervals : old)))}
            />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
