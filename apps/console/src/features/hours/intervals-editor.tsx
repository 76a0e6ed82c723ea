"use client";
import type { OpenInterval } from "@onethread/core";
import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "../../ui/icon-button.tsx";
import { Input } from "../../ui/input.tsx";
import { nextInterval } from "./blank-hours.ts";

/** As many as the server takes. */
const most = 6;

type Props = { label: string; intervals: OpenInterval[]; onChange: (intervals: OpenInterval[]) => void };

/** The hours of one day. Midnight at the end is 00:00 in the field, and 24:00 where it is kept. */
export function IntervalsEditor({ label, intervals, onChange }: Props) {
  const t = useTranslations("hours");
  const replace = (index: number, one: OpenInterval) => onChange(intervals.map((old, at) => (at === index ? one : old)));
  return (
    <div className="flex w-full min-w-0 flex-wrap sm:w-auto sm:flex-1 items-center gap-x-3 gap-y-2">
      {intervals.length === 0 && <span className="text-muted">{t("closed")}</span>}
      {intervals.map((one, index) => {
        // Intervals have no identity of their own: their place is what they are known by.
        const key = `${index}-${intervals.length}`;
        const nextDay = one.to !== "24:00" && one.to <= one.from;
        return (
          <span key={key} className="flex items-center gap-1">
            <Input
              type="time"
              required
              aria-label={t("from", { day: label, number: index + 1 })}
              className="w-28"
              value={one.from}
              onChange={(event) => replace(index, { ...one, from: event.target.value })}
            />
            <span aria-hidden>–</span>
            <Input
              type="time"
              required
              aria-label={t("to", { day: label, number: index + 1 })}
              className="w-28"
              value={one.to === "24:00" ? "00:00" : one.to}
              onChange={(event) => replace(index, { ...one, to: event.target.value === "00:00" ? "24:00" : event.target.value })}
            />
            {nextDay && <span className="text-muted text-sm">{t("nextDay")}</span>}
            <IconButton
              size="small"
              label={t("removeInterval", { day: label, number: index + 1 })}
              onClick={() => onChange(intervals.filter((_, at) => at !== index))}
            >
              <X aria-hidden className="size-4" />
            </IconButton>
          </span>
        );
      })}
      {intervals.length < most && (
        <IconButton size="small" label={t("addInterval", { day: label })} onClick={() => onChange([...intervals, nextInterval(intervals)])}>
          <Plus aria-hidden className="size-4" />
        </IconButton>
      )}
    </div>
  );
}
