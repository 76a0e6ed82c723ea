"use client";
import type { HoursException } from "@onethread/core";
import { CalendarPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { FileInput } from "../../ui/file-input.tsx";
import { newDays, readCalendar } from "./read-calendar.ts";

type Props = { exceptions: HoursException[]; onAdd: (days: HoursException[]) => void };
type Found = { file: string; days: HoursException[]; skipped: number } | { file: string; error: "notCalendar" | "noDays" | "tooLarge" };

const largest = 1024 * 1024;
/** So many days business hours can have. */
const most = 200;

/** Holidays from a calendar file: looked at first, then added. Nothing leaves the browser before the hours are saved. */
export function ImportHolidays({ exceptions, onAdd }: Props) {
  const t = useTranslations("hours");
  const input = useRef<HTMLInputElement>(null);
  const [found, setFound] = useState<Found | null>(null);
  const read = async (file: File) => {
    const calendar = file.size > largest ? ({ error: "tooLarge" } as const) : readCalendar(await file.text());
    if ("error" in calendar) return setFound({ file: file.name, error: calendar.error });
    const days = newDays(calendar.days, exceptions, new Date().toLocaleDateString("sv"));
    const fits = exceptions.length + days.length <= most;
    setFound(fits ? { file: file.name, days, skipped: calendar.skipped } : { file: file.name, error: "tooLarge" });
  };
  return (
    <>
      <FileInput ref={input} accept=".ics,text/calendar" data-testid="holiday-file" onFiles={([file]) => void read(file)} />
      <Button size="small" variant="quiet" onClick={() => input.current?.click()}>
        <CalendarPlus aria-hidden className="size-3.5" />
        {t("import")}
      </Button>
      <div aria-live="polite" className="basis-full empty:hidden">
        {found && "error" in found && (
          <Banner tone="danger" className="rounded-control">
            {t(`importBad.${found.error}`, { file: found.file })}
          </Banner>
        )}
        {found && "days" in found && (
          <Preview
            {...found}
            onAdd={() => {
              onAdd(found.days);
              setFound(null);
            }}
            onCancel={() => setFound(null)}
          />
        )}
      </div>
    </>
  );
}

type PreviewProps = { file: string; days: HoursException[]; skipped: number; onAdd: () => void; onCancel: () => void };

function Preview({ file, days, skipped, onAdd, onCancel }: PreviewProps) {
  const t = useTranslations("hours");
  return (
    <div className="mt-2 flex flex-col gap-2 rounded-panel border border-line px-3 py-2" data-testid="holiday-preview">
      <p className="font-medium">{days.length === 0 ? t("importNone", { file }) : t("importFound", { count: days.length, file })}</p>
      {skipped > 0 && <p className="text-muted text-sm">{t("importSkipped", { count: skipped })}</p>}
      <ul className="flex max-h-48 flex-col gap-1 overflow-y-auto">
        {days.map((day) => (
          <li key={day.date} className="flex gap-3">
            <time dateTime={day.date} className="tabular shrink-0 text-muted">
              {day.date}
            </time>
            <bdi className="min-w-0 flex-1">{day.name}</bdi>
            {day.yearly && <span className="text-muted text-sm">{t("yearly")}</span>}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        {days.length > 0 && (
          <Button size="small" variant="primary" onClick={onAdd}>
            {t("importAdd")}
          </Button>
        )}
        <Button size="small" onClick={onCancel}>
          {t("importCancel")}
        </Button>
      </div>
    </div>
  );
}
