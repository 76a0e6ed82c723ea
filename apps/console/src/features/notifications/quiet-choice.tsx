"use client";
import { isQuiet } from "@onethread/core";
import { useTranslations } from "next-intl";
import { useDates } from "../../i18n/use-dates.ts";
import { Button } from "../../ui/button.tsx";
import { Select } from "../../ui/select.tsx";
import { SettingRow } from "../own-settings/setting-row.tsx";
import { quietTimes } from "./quiet-times.ts";

type Props = { quietUntil: string | null; onChange: (quietUntil: string | null) => void };

/** Until when one is left alone. */
export function QuietChoice({ quietUntil, onChange }: Props) {
  const t = useTranslations("notifications");
  const dates = useDates();
  if (quietUntil !== null && isQuiet({ quietUntil }, Date.now())) {
    return (
      <SettingRow label={t("quiet")} text={t("quietUntil", { date: dates.appointment(quietUntil) })}>
        <Button aria-label={t("quietEnd")} onClick={() => onChange(null)} data-testid="quiet-end">
          {t("quietEnd")}
        </Button>
      </SettingRow>
    );
  }
  const times = quietTimes(new Date());
  return (
    <SettingRow label={t("quiet")} text={t("quietText")}>
      <Select
        className="w-44 shrink-0"
        value="off"
        options={[{ value: "off", label: t("quietOff") }, ...times.map(({ name }) => ({ value: name, label: t(`quietFor.${name}`) }))]}
        onChange={(chosen) => onChange(times.find(({ name }) => name === chosen)?.at.toISOString() ?? null)}
      />
    </SettingRow>
  );
}
