"use client";
import type { MessageTemplate } from "@onethread/core/api";
import { useTranslations } from "next-intl";
import { Field } from "../../ui/field.tsx";
import { Input } from "../../ui/input.tsx";
import { CardList } from "../message-content/card-list.tsx";
import { FileField } from "./file-field.tsx";
import { type FieldValues, fieldKey, isAsked, isFile, previewText, type TemplateField } from "./fill-template.ts";

type Props = { template: MessageTemplate; values: FieldValues; onChange: (values: FieldValues) => void };

/** The places of a template to fill in, and beside them what the customer will read. */
export function TemplateForm({ template, values, onChange }: Props) {
  const t = useTranslations("templates");
  const asked = template.fields.filter(isAsked);
  return (
    <div className="grid gap-4 pb-2 sm:grid-cols-2">
      <div className="flex flex-col gap-3">
        {asked.length === 0 && <p className="text-muted">{t("nothingToFill")}</p>}
        {asked.map((field) => (
          <OneField
            key={fieldKey(field)}
            field={field}
            template={template}
            value={values[fieldKey(field)] ?? ""}
            onChange={(value) => onChange({ ...values, [fieldKey(field)]: value })}
          />
        ))}
      </div>
      <section aria-label={t("preview")} aria-live="polite">
        <p className="mb-1 font-medium">{t("preview")}</p>
        <div className="rounded-bubble bg-bubble-out px-3 py-1.5" data-testid="template-preview">
          {asked.some((field) => isFile(field)) && (
            <p className="mb-1 rounded-control bg-surface/70 px-2 py-3 text-center text-muted text-sm">{t("fileAbove")}</p>
          )}
          <CardList
            text={previewText(template, values)}
            cards={[
              {
                title: null,
                text: null,
                footer: null,
                imageUrl: null,
                url: null,
                buttons: template.buttons.map((title) => ({ kind: "reply", title, payload: null, url: null })),
              },
            ]}
          />
        </div>
      </section>
    </div>
  );
}

type FieldProps = { field: TemplateField; template: MessageTemplate; value: string; onChange: (value: string) => void };

function OneField({ field, template, value, onChange }: FieldProps) {
  const t = useTranslations("templates");
  const label = useFieldLabel(field, template);
  const example = field.example ? t("example", { value: field.example }) : undefined;
  if (isFile(field)) {
    const accept = field.kind === "file" ? undefined : `${field.kind}/*`;
    return <FileField label={label} value={value} onChange={onChange} {...(accept ? { accept } : {})} />;
  }
  if (field.kind === "location") {
    return (
      <Field label={label} hint={t("locationHint")}>
        <Input value={value} onChange={(event) => onChange(event.target.value)} dir="ltr" placeholder="52.5200, 13.4050" />
      </Field>
    );
  }
  return (
    <Field label={label} {...(example ? { hint: example } : {})}>
      <Input data-testid="template-field" value={value} maxLength={1000} onChange={(event) => onChange(event.target.value)} dir="auto" />
    </Field>
  );
}

function useFieldLabel(field: TemplateField, template: MessageTemplate): string {
  const t = useTranslations("templates");
  const name = /^\d+$/.test(field.name) ? t("place", { number: field.name }) : field.name.replaceAll("_", " ");
  if (field.component === "button") return t("ofButton", { name, button: template.buttons[field.index ?? 0] ?? String((field.index ?? 0) + 1) });
  if (isFile(field)) return t(`file.${field.kind as "image" | "video" | "file"}`);
  return field.component === "header" ? t("inHeader", { name }) : name;
}
