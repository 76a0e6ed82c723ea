"use client";
import { type BusinessHours, isOpen, nextChange } from "@onethread/core";
import { useTranslations } from "next-intl";
import { useDates } from "../../i18n/use-dates.ts";
import { useNow } from "../../i18n/use-now.ts";

/** "Open now, closes Mon 17:00", in the reader's own time; also of hours that are still being written. */
export function OpenState({ hours }: { hours: BusinessHours }) {
  const t = useTranslations("hours");
  const dates = useDates();
  const now = useNow();
  const open = isOpen(hours, now);
  const change = nextChange(hours, now);
  if (change === null) return <>{open ? t("neverCloses") : t("neverOpens")}</>;
  const at = dates.appointment(new Date(change).toISOString());
  return <>{open ? t("openUntil", { at }) : t("opensAt", { at })}</>;
}
