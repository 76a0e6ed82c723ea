"use client";
import type { Door } from "@onethread/core/api";
import { ArrowLeft, SendHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Ref } from "react";
import { Button } from "../../ui/button.tsx";
import { TemplateChooser } from "./template-chooser.tsx";
import { TemplateForm } from "./template-form.tsx";
import type { TemplateChoice } from "./use-template-choice.ts";

/** All templates of a door; when one is chosen, what it is filled in with. */
export function ChooseOrFill({ door, choice, search }: { door: Door; choice: TemplateChoice; search?: Ref<HTMLInputElement> }) {
  const { template, values, setValues, choose } = choice;
  if (template) return <TemplateForm template={template} values={values} onChange={setValues} />;
  return <TemplateChooser channelAccountId={door.channelAccountId} marketing={door.marketing} search={search} onChoose={choose} />;
}

/** What is done with the chosen one. */
export function TemplateActions({ choice, onSend }: { choice: TemplateChoice; onSend: () => void }) {
  const t = useTranslations("templates");
  const { missing, letGo } = choice;
  return (
    <>
      <Button onClick={letGo}>
        <ArrowLeft aria-hidden className="size-3.5 rtl:-scale-x-100" />
        {t("other")}
      </Button>
      <Button data-testid="template-send" variant="primary" disabled={missing > 0} onClick={onSend}>
        <SendHorizontal aria-hidden className="size-3.5 rtl:-scale-x-100" />
        {missing > 0 ? t("missing", { count: missing }) : t("send")}
      </Button>
    </>
  );
}
