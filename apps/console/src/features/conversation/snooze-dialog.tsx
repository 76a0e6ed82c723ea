"use client";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useEffect, useId, useState } from "react";
import { useDates } from "../../i18n/use-dates.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { Input } from "../../ui/input.tsx";
import { parseWhen } from "./parse-when.ts";

type Props = { onClose: () => void; onPick: (at: Date) => void };

/** A time in one's own words, or from a calendar; whichever was said last counts. */
export function SnoozeDialog({ onClose, onPick }: Props) {
  const t = useTranslations("conversation.snooze");
  const dates = useDates();
  const locale = useLocale();
  const formId = useId();
  const [words, setWords] = useState("");
  const [calendar, setCalendar] = useState("");
  const [meant, setMeant] = useState<{ words: string; at: Date | null }>({ words: "", at: null });
  useEffect(() => {
    let latest = true;
    void parseWhen(words, locale, new Date()).then((at) => latest && setMeant({ words, at }));
    return () => {
      latest = false;
    };
  }, [words, locale]);
  const understood = meant.words === words;
  const at = words.trim() ? (understood ? meant.at : null) : calendar ? new Date(calendar) : null;
  const valid = at !== null && at.getTime() > Date.now();
  // Whoever types quickly presses Enter before it is read.
  const reading = words.trim() !== "" && !understood;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const chosen = reading ? await parseWhen(words, locale, new Date()) : at;
    if (!chosen || chosen.getTime() <= Date.now()) return;
    onPick(chosen);
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("pickTitle")}
      footer={
        <>
          <p aria-live="polite" className="me-auto self-center text-muted" data-testid="snooze-until">
            {valid ? t("until", { date: dates.full(at.toISOString()) }) : ""}
          </p>
          <Button variant="primary" type="submit" form={formId} disabled={!valid && !reading}>
            {t("action")}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={(event) => void submit(event)} className="flex flex-col gap-4 pb-2">
        <Field label={t("words")} hint={t("wordsHint")} error={words.trim() && understood && !meant.at ? t("notUnderstood") : undefined}>
          <Input autoFocus dir="auto" maxLength={100} value={words} onChange={(event) => setWords(event.target.value)} />
        </Field>
        <Field label={t("date")} error={!words.trim() && calendar && !valid ? t("past") : undefined}>
          <Input
            type="datetime-local"
            value={calendar}
            onChange={(event) => {
              setWords("");
              setCalendar(event.target.value);
            }}
          />
        </Field>
      </form>
    </Dialog>
  );
}
