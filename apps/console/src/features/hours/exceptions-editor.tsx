"use client";
import type { HoursException } from "@onethread/core";
import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Input } from "../../ui/input.tsx";
import { ImportHolidays } from "./import-holidays.tsx";
import { IntervalsEditor } from "./intervals-editor.tsx";

type Props = { exceptions: HoursException[]; onChange: (exceptions: HoursException[]) => void };

/** Holidays, and other days with hours of their own. */
export function ExceptionsEditor({ exceptions, onChange }: Props) {
  const t = useTranslations("hours");
  const replace = (index: number, change: Partial<HoursException>) =>
    onChange(exceptions.map((old, at) => (at === index ? { ...old, ...change } : old)));
  const add = () => onChange([...exceptions, { date: new Date().toISOString().slice(0, 10), yearly: false, name: "", intervals: [] }]);
  return (
    <fieldset>
      <legend className="mb-1 font-medium text-ui">{t("exceptions")}</legend>
      <p className="mb-2 text-muted text-sm">{t("exceptionsHint")}</p>
      {exceptions.length > 0 && (
        <ul className="mb-2 divide-y divide-line rounded-panel border border-line">
          {exceptions.map((one, index) => {
            // Days have no identity of their own: their place is what they are known by.
            const key = `${index}-${exceptions.length}`;
            const label = one.name || one.date;
            return (
              <li key={key} className="flex flex-col gap-2 px-3 py-2" data-testid="hours-exception">
                <div className="flex flex-wrap items-center gap-2">
                  <Input
                    type="date"
                    required
                    aria-label={t("date", { number: index + 1 })}
                    className="w-36"
                    value={one.date}
                    onChange={(event) => replace(index, { date: event.target.value })}
                  />
                  <Input
                    aria-label={t("exceptionName", { number: index + 1 })}
                    placeholder={t("exceptionPlaceholder")}
                    className="min-w-32 flex-1"
                    dir="auto"
                    maxLength={60}
                    value={one.name}
                    onChange={(event) => replace(index, { name: event.target.value })}
                  />
                  <Checkbox checked={one.yearly} onChange={(yearly) => replace(index, { yearly })}>
                    {t("yearly")}
                  </Checkbox>
                  <IconButton
                    size="small"
                    label={t("removeException", { name: label })}
                    onClick={() => onChange(exceptions.filter((_, at) => at !== index))}
                  >
                    <X aria-hidden className="size-4" />
                  </IconButton>
                </div>
                <IntervalsEditor label={label} intervals={one.intervals} onChange={(intervals) => replace(index, { intervals })} />
              </li>
            );
          })}
        </ul>
      )}
      <div className="flex flex-wrap gap-1">
        <Button size="small" variant="quiet" onClick={add}>
          <Plus aria-hidden className="size-3.5" />
          {t("addException")}
        </Button>
        <ImportHolidays exceptions={exceptions} onAdd={(days) => onChange([...exceptions, ...days])} />
      </div>
    </fieldset>
  );
}
