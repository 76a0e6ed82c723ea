"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { keys } from "../../api/keys.ts";
import { createQueue, type Queue, renameQueue } from "../../api/queues.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { Input } from "../../ui/input.tsx";
import { useSave } from "../settings/use-save.ts";

export function QueueDialog({ queue, onClose }: { queue: Queue | null; onClose: () => void }) {
  const t = useTranslations("queues");
  const ui = useTranslations("ui");
  const formId = useId();
  const [name, setName] = useState(queue?.name ?? "");
  const { busy, save } = useSave(keys.queues);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save(() => (queue ? renameQueue(queue.id, name.trim()) : createQueue(name.trim())), onClose);
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
      </form>
    </Dialog>
  );
}
