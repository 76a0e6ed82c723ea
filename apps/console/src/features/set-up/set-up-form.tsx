"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { signIn } from "../../api/me.ts";
import { setUp } from "../../api/set-up.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { Input } from "../../ui/input.tsx";
import { PasswordInput } from "../../ui/password-input.tsx";
import { useErrorText } from "../../ui/use-error-text.ts";

/** The first owner of a fresh instance. The token from the server's log keeps strangers from taking it over. */
export function SetUpForm() {
  const t = useTranslations("setUp");
  const errorText = useErrorText();
  const [fields, setFields] = useState({ token: "", workspaceName: "", name: "", email: "", password: "" });
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const bind = (name: keyof typeof fields) => ({
    name,
    value: fields[name],
    required: true,
    onChange: (event: { target: { value: string } }) => setFields({ ...fields, [name]: event.target.value }),
  });

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      await setUp({ ...fields, token: fields.token.trim(), email: fields.email.trim() });
      await signIn(fields.email.trim(), fields.password);
      window.location.assign("/settings/channels");
    } catch (cause) {
      setError(errorText(cause));
      setBusy(false);
    }
  };

  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <Field label={t("token")} hint={t("tokenHint")}>
        <Input {...bind("token")} autoComplete="off" autoFocus dir="ltr" className="font-mono" />
      </Field>
      <Field label={t("workspaceName")}>
        <Input {...bind("workspaceName")} autoComplete="organization" maxLength={100} />
      </Field>
      <Field label={t("name")}>
        <Input {...bind("name")} autoComplete="name" maxLength={100} />
      </Field>
      <Field label={t("email")}>
        <Input {...bind("email")} type="email" autoComplete="username" />
      </Field>
      <Field label={t("password")} hint={t("passwordHint")}>
        <PasswordInput {...bind("password")} autoComplete="new-password" minLength={10} />
      </Field>
      <p role="alert" className="text-danger text-ui empty:hidden">
        {error}
      </p>
      <Button type="submit" variant="primary" size="large" busy={busy}>
        {t("submit")}
      </Button>
    </form>
  );
}
