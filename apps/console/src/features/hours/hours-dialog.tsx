"use client";
import { nextOpen } from "@onethread/core";
import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useMemo, useState } from "react";
import { type BusinessHours, createBusinessHours, patchBusinessHours } from "../../api/business-hours.ts";
import { keys } from "../../api/keys.ts";
import { useNow } from "../../i18n/use-now.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { Input } from "../../ui/input.tsx";
import { Select } from "../../ui/select.tsx";
import { useSave } from "../settings/use-save.ts";
import { blankHours, timeZones } from "./blank-hours.ts";
import { ExceptionsEditor } from "./exceptions-editor.tsx";
import { OpenState } from "./open-state.tsx";
import { WeekEditor } from "./week-editor.tsx";

/** When the business is there: the week, the days that are otherwise, and what that means now. */
export function HoursDialog({ hours, onClose }: { hours: BusinessHours | null; onClose: () => void }) {
  const t = useTranslations("hours");
  const ui = useTranslations("ui");
  const formId = useId();
  const now = useNow();
  const [draft, setDraft] = useState(() => {
    if (!hours) return blankHours("", Intl.DateTimeFormat().resolvedOptions().timeZone);
    const { name, timeZone, week, exceptions, closedUntil, isDefault } = hours;
    return { name, timeZone, week, exceptions, closedUntil, isDefault };
  });
  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const zones = useMemo(() => timeZones(draft.timeZone).map((value) => ({ value, label: value.replaceAll("_", " ") })), [draft.timeZone]);
  const { busy, save } = useSave(keys.businessHours);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const input = { ...draft, name: draft.name.trim() };
    void save(() => (hours ? patchBusinessHours(hours.id, input) : createBusinessHours(input)), onClose);
  };
  return (
    <Dialog
      open
      wide
      testId="hours-dialog"
      onOpenChange={(open) => !open && onClose()}
      title={hours ? t("edit", { name: hours.name }) : t("create")}
      footer={
        <>
          <p className="me-auto self-center text-muted" aria-live="polite" data-testid="hours-preview">
            <OpenState hours={draft} />
          </p>
          <Button type="submit" form={formId} variant="primary" busy={busy}>
            {ui("save")}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4 pb-2">
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t("name")}>
            <Input required autoFocus maxLength={60} dir="auto" value={draft.name} onChange={(event) => change({ name: event.target.value })} />
          </Field>
          <Field label={t("timeZone")}>
            <Select value={draft.timeZone} options={zones} onChange={(timeZone) => change({ timeZone })} />
          </Field>
        </div>
        {nextOpen(draft, now) === null && (
          <Banner tone="warning" className="rounded-control" icon={<TriangleAlert aria-hidden className="size-4" />}>
            {t("neverOpensWarning")}
          </Banner>
        )}
        <WeekEditor week={draft.week} onChange={(week) => change({ week })} />
        <ExceptionsEditor exceptions={draft.exceptions} onChange={(exceptions) => change({ exceptions })} />
        <Checkbox checked={draft.isDefault} disabled={hours?.isDefault ?? false} onChange={(isDefault) => change({ isDefault })}>
          {t("isDefault")}
        </Checkbox>
      </form>
    </Dialog>
  );
}
