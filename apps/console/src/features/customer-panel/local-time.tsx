"use client";
import type { Customer } from "@onethread/core/api";
import { useLocale, useTranslations } from "next-intl";
import { formattingLocale } from "../../i18n/locales.ts";
import { useNow } from "../../i18n/use-now.ts";

/** What time it is for the customer, and where: whoever is asleep does not answer. */
export function LocalTime({ home }: { home: NonNullable<Customer["home"]> }) {
  const t = useTranslations("details");
  const locale = useLocale();
  const now = useNow();
  const country = new Intl.DisplayNames([locale], { type: "region" }).of(home.country) ?? home.country;
  if (!home.timeZone) return <p className="truncate text-muted text-sm">{country}</p>;
  const format = new Intl.DateTimeFormat(formattingLocale(locale, navigator.languages), {
    hour: "numeric",
    minute: "2-digit",
    timeZone: home.timeZone,
  });
  return (
    <p data-testid="local-time" className="truncate text-muted text-sm">
      {t("localTime", { time: format.format(now), country })}
    </p>
  );
}
