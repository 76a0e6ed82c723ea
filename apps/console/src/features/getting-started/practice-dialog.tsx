"use client";
import { useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { ApiError } from "../../api/api-error.ts";
import { practise } from "../../api/getting-started.ts";
import { keys } from "../../api/keys.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { cn } from "../../ui/class-names.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { controlClass } from "../../ui/input.tsx";
import { useErrorText } from "../../ui/use-error-text.ts";

/** Practice for who is new: a customer who is not real writes, and is answered like any other. */
export function PracticeDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("gettingStarted");
  const client = useQueryClient();
  const errorText = useErrorText();
  const formId = useId();
  const [text, setText] = useState(t("practiceExample"));
  const [sent, setSent] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      await practise(text.trim());
      setSent(true);
      await client.invalidateQueries({ queryKey: keys.gettingStarted });
    } catch (cause) {
      setError(cause);
    }
    setBusy(false);
  };
  const noChannel = error instanceof ApiError && error.code === "channel_unavailable";
  const linked = "font-medium underline underline-offset-2";
  return (
    <Dialog
      open
      testId="practice"
      onOpenChange={(open) => !open && onClose()}
      title={t("practise")}
      description={t("practiceText")}
      footer={
        !sent && (
          <Button type="submit" form={formId} variant="primary" busy={busy}>
            {t("practiceSend")}
          </Button>
        )
      }
    >
      {sent ? (
        <p role="status" className="pb-4">
          {t("practiceDone")}{" "}
          <Link href="/inbox/all" onClick={onClose} className={`${linked} text-accent-text`}>
            {t("practiceOpen")}
          </Link>
        </p>
      ) : (
        <form id={formId} onSubmit={(event) => void submit(event)} className="flex flex-col gap-4 pb-2">
          <Field label={t("practiceMessage")}>
            <textarea
              required
              autoFocus
              maxLength={1000}
              rows={3}
              dir="auto"
              value={text}
              onChange={(event) => setText(event.target.value)}
              className={cn(controlClass, "field-sizing-content max-h-60 min-h-20 resize-y py-1.5")}
            />
          </Field>
          {error !== null && (
            <div role="alert">
              <Banner tone="danger" className="rounded-control">
                {noChannel ? (
                  <Link href="/settings/channels/connect" className={linked}>
                    {t("practiceConnect")}
                  </Link>
                ) : (
                  errorText(error)
                )}
              </Banner>
            </div>
          )}
        </form>
      )}
    </Dialog>
  );
}
