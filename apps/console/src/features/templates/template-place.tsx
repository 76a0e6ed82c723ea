"use client";
import type { Door, MessageTemplate } from "@onethread/core/api";
import { ArrowLeft, SendHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { type Ref, useState } from "react";
import { Button } from "../../ui/button.tsx";
import { type FieldValues, missingFields } from "./fill-template.ts";
import { TemplateChooser } from "./template-chooser.tsx";
import { TemplateForm } from "./template-form.tsx";

type Props = { door: Door; search: Ref<HTMLInputElement>; onSend: (template: MessageTemplate, values: FieldValues) => void };

/** Where only a template goes, it is chosen and filled in where one would write. */
export function TemplatePlace({ door, search, onSend }: Props) {
  const t = useTranslations("templates");
  const [template, setTemplate] = useState<MessageTemplate | null>(null);
  const [values, setValues] = useState<FieldValues>({});
  const missing = template ? missingFields(template, values).length : 0;
  return (
    <section aria-label={t("title")} data-testid="template-place" className="px-3 pb-2.5">
      <div className="max-h-72 overflow-y-auto p-0.5">
        {template ? (
          <>
            <h3 className="pb-2 font-medium">
              <bdi>{template.name}</bdi>
            </h3>
            <TemplateForm template={template} values={values} onChange={setValues} />
          </>
        ) : (
          <TemplateChooser
            channelAccountId={door.channelAccountId}
            marketing={door.marketing}
            search={search}
            onChoose={(chosen) => {
              setValues({});
              setTemplate(chosen);
            }}
          />
        )}
      </div>
      {template && (
        <div className="flex justify-end gap-2 pt-2">
          <Button onClick={() => setTemplate(null)}>
            <ArrowLeft aria-hidden className="size-3.5 rtl:-scale-x-100" />
            {t("other")}
          </Button>
          <Button
            data-testid="template-send"
            variant="primary"
            disabled={missing > 0}
            onClick={() => {
              setTemplate(null);
              onSend(template, values);
            }}
          >
            <SendHorizontal aria-hidden className="size-3.5 rtl:-scale-x-100" />
            {missing > 0 ? t("missing", { count: missing }) : t("send")}
          </Button>
        </div>
      )}
    </section>
  );
}
