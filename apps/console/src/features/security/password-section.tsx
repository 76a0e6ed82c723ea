"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { changePassword } from "../../api/security.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { PasswordInput } from "../../ui/password-input.tsx";
import { useToasts } from "../../ui/toast.tsx";
import { AttemptError } from "./attempt-error.tsx";
import { useAttempt } from "./use-attempt.ts";

export function PasswordSection() {
  const t = useTranslations("security");
  const toasts = useToasts();
  const { busy, error, attempt } = useAttempt();
  const [fields, setFields] = useState({ current: "", next: "" });
  const bind = (name: keyof typeof fields) => ({
    required: true,
    value: fields[name],
    onChange: (event: { target: { value: string } }) => setFields({ ...fields, [name]: event.target.value }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void attempt(
      () => changePassword(fields.current, fields.next),
      () => {
        setFields({ current: "", next: "" });
        toasts.add({ title: t("passwordChanged") });
      },
    );
  };
  return (
    <section aria-labelledby="password" className="flex flex-col gap-3">
      <h2 id="password" className="font-medium">
        {t("changePassword")}
      </h2>
      <form onSubmit={submit} className="flex max-w-sm flex-col gap-4" data-testid="password-form">
        <Field label={t("currentPassword")}>
          <PasswordInput {...bind("current")} autoComplete="current-password" />
        </Field>
        <Field label={t("newPassword")} hint={t("newPasswordHint")}>
          <PasswordInput {...bind("next")} autoComplete="new-password" minLength={10} maxLength={200} />
        </Field>
        <AttemptError error={error} />
        <Button type="submit" busy={busy} className="w-fit">
          {t("changePassword")}
        </Button>
      </form>
    </section>
  );
}
