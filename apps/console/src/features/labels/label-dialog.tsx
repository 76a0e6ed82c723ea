"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { keys } from "../../api/keys.ts";
import { createLabel, type Label, patchLabel } from "../../api/labels.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { Input } from "../../ui/input.tsx";
import { useSave } from "../settings/use-save.ts";

/** Distinguishable as dots in both themes. */
const colors = ["#525761", "#245fd4", "#0a7f8c", "#128c4b", "#8a7400", "#c2570c", "#c9222b", "#c1307a", "#7c3fc4"] as const;

export function LabelDialog({ label, onClose }: { label: Label | null; onClose: () => void }) {
  const t = useTranslations("labels");
  const ui = useTranslations("ui");
  const formId = useId();
  const [name, setName] = useState(label?.name ?? "");
  const [color, setColor] = useState<string>(label?.color ?? colors[1]);
  const { busy, save } = useSave(keys.labels);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const input = { name: name.trim(), color };
    void save(() => (label ? patchLabel(label.id, input) : createLabel(input)), onClose);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={label ? t("edit", { name: label.name }) : t("create")}
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
        <fieldset>
          <legend className="mb-1 font-medium">{t("color")}</legend>
          <div className="flex flex-wrap gap-2">
            {[...new Set([...colors, color])].map((option) => (
              <label key={option} className="cursor-pointer">
                <input
                  type="radio"
                  name="color"
                  value={option}
                  checked={color === option}
                  onChange={() => setColor(option)}
                  className="peer sr-only"
                />
                <span
                  aria-hidden
                  className="block size-7 rounded-full outline-offset-2 peer-checked:outline-2 peer-checked:outline-fg peer-focus-visible:outline-2 peer-focus-visible:outline-accent"
                  style={{ backgroundColor: option }}
                />
                <span className="sr-only">{option}</span>
              </label>
            ))}
          </div>
        </fieldset>
      </form>
    </Dialog>
  );
}
