"use client";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { moved } from "../../moved.ts";
import { Button } from "../../ui/button.tsx";
import { Menu, MenuItem } from "../../ui/menu.tsx";
import { SwitchRow } from "../own-settings/switch-row.tsx";
import { LanguageRow, type WordedProps } from "./language-row.tsx";
import { replaced, without } from "./ordered.ts";
import { askedFor, mostFields, newField, type PreChatField } from "./pre-chat.ts";
import { PreChatRow } from "./pre-chat-row.tsx";

/** What is asked before the first message. */
export function PreChatFields({ settings: { preChat }, language, onLanguage, onChange }: WordedProps) {
  const t = useTranslations("widget");
  const { enabled, fields } = preChat;
  const set = (next: PreChatField[]) => onChange({ preChat: { enabled, fields: next } });
  return (
    <section className="flex flex-col gap-3" aria-label={t("preChat")} data-testid="pre-chat">
      <LanguageRow title={t("preChat")} language={language} onLanguage={onLanguage} />
      <SwitchRow
        label={t("preChatOn")}
        text={t("preChatText")}
        checked={enabled}
        onChange={(next) => onChange({ preChat: { enabled: next, fields } })}
      />
      {enabled && (
        <>
          {fields.length > 0 && (
            <ol className="divide-y divide-line rounded-panel border border-line">
              {fields.map((field, index) => (
                <PreChatRow
                  key={field.name}
                  field={field}
                  number={index + 1}
                  count={fields.length}
                  language={language}
                  onMove={(step) => set(moved(fields, index, index + step))}
                  onRemove={() => set(without(fields, index))}
                  onChange={(next) => set(replaced(fields, index, next))}
                />
              ))}
            </ol>
          )}
          <div className="flex flex-wrap items-center gap-3">
            <Menu
              trigger={
                <Button disabled={fields.length >= mostFields}>
                  <Plus aria-hidden className="size-4" />
                  {t("addField")}
                </Button>
              }
            >
              {askedFor.map((what) => (
                <MenuItem key={what} onSelect={() => set([...fields, newField(what, fields)])}>
                  {t(`field.${what}`)}
                </MenuItem>
              ))}
            </Menu>
            <span className="text-muted text-sm">{t("fieldsLeft", { count: Math.max(0, mostFields - fields.length) })}</span>
          </div>
        </>
      )}
    </section>
  );
}
