"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { listBusinessHours } from "../../api/business-hours.ts";
import { keys } from "../../api/keys.ts";
import { createQueue, patchQueue, type Queue } from "../../api/queues.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { Input } from "../../ui/input.tsx";
import { Select } from "../../ui/select.tsx";
import { useSave } from "../settings/use-save.ts";

const none = "none";

/** What a queue is called, when somebody is there for it, and whether it takes what no rule sends anywhere. */
export function QueueDialog({ queue, onClose }: { queue: Queue | null; onClose: () => void }) {
  const t = useTranslations("queues");
  const ui = useTranslations("ui");
  const formId = useId();
  const [name, setName] = useState(queue?.name ?? "");
  const [businessHoursId, setHours] = useState(queue?.businessHoursId ?? null);
  const [isDefault, setDefault] = useState(queue?.isDefault ?? false);
  const hours = useQuery({ queryKey: keys.businessHours, queryFn: listBusinessHours });
  const { busy, save } = useSave(keys.queues);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const input = { name: name.trim(), businessHoursId, isDefault };
    void save(() => (queue ? patchQueue(queue.id, input) : createQueue(input)), onClose);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={queue ? t("edit", { name: queue.name }) : t("create")}
      footer={
        <Button type="submit" form={formId} variant="primary" busy={busy}>
          {ui("save")}
        </Button>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4 pb-2">
        <Field label={t("name")}>
          <Input required autoFocus maxLength={50} value={name} onChange={(event) => setName(event.target.value)} dir="auto" />
        </Field>
        <Field label={t("hours")} hint={t("hoursHint")}>
          <Select
            value={businessHoursId ?? none}
            options={[{ value: none, label: t("noHours") }, ...(hours.data ?? []).map((one) => ({ value: one.id, label: one.name }))]}
            onChange={(value) => setHours(value === none ? null : value)}
          />
        </Field>
        <div>
          <Checkbox checked={isDefault} onChange={setDefault}>
            {t("isDefault")}
          </Checkbox>
          <p className="ms-6 text-muted text-sm">{t("isDefaultHint")}</p>
        </div>
      </form>
    </Dialog>
  );
}
