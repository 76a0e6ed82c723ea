"use client";
import type { Door, MessageTemplate } from "@onethread/core/api";
import { ArrowLeft, SendHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { type FieldValues, missingFields } from "./fill-template.ts";
import { TemplateChooser } from "./template-chooser.tsx";
import { TemplateForm } from "./template-form.tsx";

type Props = { door: Door; onSend: (template: MessageTemplate, values: FieldValues) => void; onClose: () => void };

/** Choose a template, fill it in, see it, send it. */
export function TemplateDialog({ door, onSend, onClose }: Props) {
  const t = useTranslations("templates");
  const [template, setTemplate] = useState<MessageTemplate | null>(null);
  const [values, setValues] = useState<FieldValues>({});
  const missing = template ? missingFields(template, values).length : 0;
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      testId="template-dialog"
      title={template ? template.name : t("title")}
      description={t("through", { account: door.channelAccountName })}
      footer={
        template && (
          <>
            <Button onClick={() => setTemplate(null)}>
              <ArrowLeft aria-hidden className="size-3.5 rtl:-scale-x-100" />
              {t("other")}
            </Button>
            <Button data-testid="template-send" variant="primary" disabled={missing > 0} onClick={() => onSend(template, values)}>
              <SendHorizontal aria-hidden className="size-3.5 rtl:-scale-x-100" />
              {missing > 0 ? t("missing", { count: missing }) : t("send")}
            </Button>
          </>
        )
      }
    >
      {template ? (
        <TemplateForm template={template} values={values} onChange={setValues} />
      ) : (
        <TemplateChooser
          channelAccountId={door.channelAccountId}
          marketing={door.marketing}
          onChoose={(chosen) => {
            setValues({});
            setTemplate(chosen);
          }}
        />
      )}
    </Dialog>
  );
}
