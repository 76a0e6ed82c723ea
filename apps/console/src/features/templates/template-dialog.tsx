"use client";
import type { Door, MessageTemplate } from "@onethread/core/api";
import { useTranslations } from "next-intl";
import { Dialog } from "../../ui/dialog.tsx";
import type { FieldValues } from "./fill-template.ts";
import { ChooseOrFill, TemplateActions } from "./template-choice.tsx";
import { useTemplateChoice } from "./use-template-choice.ts";

type Props = { door: Door; onSend: (template: MessageTemplate, values: FieldValues) => void; onClose: () => void };

/** Choose a template, fill it in, see it, send it. */
export function TemplateDialog({ door, onSend, onClose }: Props) {
  const t = useTranslations("templates");
  const choice = useTemplateChoice();
  const { template, values } = choice;
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      testId="template-dialog"
      title={template ? template.name : t("title")}
      description={t("through", { account: door.channelAccountName })}
      footer={template && <TemplateActions choice={choice} onSend={() => onSend(template, values)} />}
    >
      <ChooseOrFill door={door} choice={choice} />
    </Dialog>
  );
}
