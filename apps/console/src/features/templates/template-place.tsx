"use client";
import type { Door, MessageTemplate } from "@onethread/core/api";
import { useTranslations } from "next-intl";
import type { Ref } from "react";
import type { FieldValues } from "./fill-template.ts";
import { ChooseOrFill, TemplateActions } from "./template-choice.tsx";
import { useTemplateChoice } from "./use-template-choice.ts";

type Props = { door: Door; search: Ref<HTMLInputElement>; onSend: (template: MessageTemplate, values: FieldValues) => void };

/** Where only a template goes, it is chosen and filled in where one would write. */
export function TemplatePlace({ door, search, onSend }: Props) {
  const t = useTranslations("templates");
  const choice = useTemplateChoice();
  const { template, values, letGo } = choice;
  const send = () => {
    if (!template) return;
    letGo();
    onSend(template, values);
  };
  return (
    <section aria-label={t("title")} data-testid="template-place" className="px-3 pb-2.5">
      <div className="max-h-72 overflow-y-auto p-0.5">
        {template && (
          <h3 className="pb-2 font-medium">
            <bdi>{template.name}</bdi>
          </h3>
        )}
        <ChooseOrFill door={door} choice={choice} search={search} />
      </div>
      {template && (
        <div className="flex justify-end gap-2 pt-2">
          <TemplateActions choice={choice} onSend={send} />
        </div>
      )}
    </section>
  );
}
