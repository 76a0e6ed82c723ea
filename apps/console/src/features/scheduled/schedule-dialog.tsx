"use client";
import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useDates } from "../../i18n/use-dates.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { Input } from "../../ui/input.tsx";
import { fieldValue, laterTimes } from "./later-times.ts";

type Props = {
  title: string;
  /** What the field begins with. */
  initial?: Date;
  /** When the door closes, as far as is known now. */
  closesAt: string | null;
  busy: boolean;
  onPick: (at: Date) => void;
  onClose: () => void;
};

/** When a reply is to go: a usual time, or any. In the agent's own zone, which it names. */
export function ScheduleDialog({ title, initial, closesAt, busy, onPick, onClose }: Props) {
  const t = useTranslations("scheduled");
  const dates = useDates();
  const [value, setValue] = useState(initial ? fieldValue(initial) : "");
  const at = value ? new Date(value) : null;
  const ahead = at !== null && at.getTime() > Date.now();
  const tooLate = ahead && closesAt !== null && at.getTime() >= Date.parse(closesAt);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={t("zone", { zone: Intl.DateTimeFormat().resolvedOptions().timeZone })}
      footer={
        <Button variant="primary" busy={busy} disabled={!ahead} onClick={() => at && onPick(at)} data-testid="schedule-submit">
          {t("schedule")}
        </Button>
      }
    >
      <div className="flex flex-col gap-3" data-testid="schedule-dialog">
        <fieldset className="flex flex-col gap-2">
          <legend className="sr-only">{t("usual")}</legend>
          {laterTimes(new Date()).map((time) => (
            <Button key={time.preset} onClick={() => setValue(fieldValue(time.at))} className="justify-between">
              <span>{t(time.preset)}</span>
              <span className="text-muted">{dates.appointment(time.at.toISOString())}</span>
            </Button>
          ))}
        </fieldset>
        <Field label={t("at")} error={value && !ahead ? t("past") : undefined}>
          <Input type="datetime-local" value={value} onChange={(event) => setValue(event.target.value)} />
        </Field>
        {tooLate && (
          <p role="status" className="flex gap-2 rounded-control bg-warning-bg px-3 py-2 text-warning" data-testid="schedule-too-late">
            <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            {t("tooLate", { date: dates.appointment(closesAt) })}
          </p>
        )}
      </div>
    </Dialog>
  );
}
