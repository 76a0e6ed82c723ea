"use client";
import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { directionOf } from "../../i18n/locales.ts";
import { Button } from "../../ui/button.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Input } from "../../ui/input.tsx";
import { withWords } from "./languages.ts";
import { freeName, replaced, without } from "./ordered.ts";
import type { PreChatField } from "./pre-chat.ts";

type Options = PreChatField["options"];
type Props = { options: Options; language: string; wrong: boolean; onChange: (options: Options) => void };

const most = 20;

/** What can be chosen, in the language that is being written. */
export function ChoiceOptions({ options, language, wrong, onChange }: Props) {
  const t = useTranslations("widget");
  const names = options.map(({ value }) => value);
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 font-medium">{t("options")}</legend>
      {options.map((option, index) => (
        <div key={option.value} className="flex gap-1">
          <Input
            aria-label={t("option", { number: index + 1 })}
            dir={directionOf(language)}
            lang={language}
            maxLength={80}
            value={option.label[language] ?? ""}
            placeholder={Object.values(option.label)[0] ?? ""}
            onChange={(event) => onChange(replaced(options, index, { ...option, label: withWords(option.label, language, event.target.value) }))}
          />
          <IconButton label={t("removeOption", { number: index + 1 })} onClick={() => onChange(without(options, index))}>
            <X aria-hidden className="size-4" />
          </IconButton>
        </div>
      ))}
      {wrong && <p className="text-danger text-sm">{t("optionsMissing")}</p>}
      <p>
        <Button disabled={options.length >= most} onClick={() => onChange([...options, { value: freeName("option", names), label: {} }])}>
          <Plus aria-hidden className="size-4" />
          {t("addOption")}
        </Button>
      </p>
    </fieldset>
  );
}
