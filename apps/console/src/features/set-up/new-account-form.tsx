"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { ApiError } from "../../api/api-error.ts";
import { signIn } from "../../api/me.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { Input } from "../../ui/input.tsx";
import { PasswordInput } from "../../ui/password-input.tsx";
import { useErrorText } from "../../ui/use-error-text.ts";

type Account = { name: string; email: string; password: string };

type Props = {
  /** Whose words the fields have. */
  texts: "setUp" | "invitation";
  /** Already decided, by an invitation; null: decided, but not told to strangers. Absent: to be entered. */
  email?: string | null;
  /** Makes the account. */
  make: (account: Account) => Promise<unknown>;
  /** Where the new person goes, signed in. */
  next: string;
  /** What else has to be said, before the person. */
  children?: ReactNode;
};

/** Somebody new: name, e-mail address, password. Signs them in when the account is made. */
export function NewAccountForm({ texts, email: given, make, next, children }: Props) {
  const t = useTranslations(texts);
  const errorText = useErrorText();
  const [fields, setFields] = useState<Account>({ name: "", email: "", password: "" });
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const bind = (name: keyof Account) => ({
    name,
    value: fields[name],
    required: true,
    onChange: (event: { target: { value: string } }) => setFields({ ...fields, [name]: event.target.value }),
  });

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    const account = { ...fields, email: given ?? fields.email.trim() };
    try {
      await make(account);
      if (account.email) await signIn(account.email, account.password);
      window.location.assign(next);
    } catch (cause) {
      // Whose sign-in asks for a code signs in where it can be given.
      if (cause instanceof ApiError && cause.code === "code_needed") return window.location.assign(`/login?next=${encodeURIComponent(next)}`);
      setError(errorText(cause));
      setBusy(false);
    }
  };

  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      {children}
      <Field label={t("name")}>
        <Input {...bind("name")} autoComplete="name" autoFocus={given !== undefined} maxLength={100} />
      </Field>
      {given !== null && (
        <Field label={t("email")}>
          {given === undefined ? (
            <Input {...bind("email")} type="email" autoComplete="username" />
          ) : (
            <Input value={given} readOnly autoComplete="username" />
          )}
        </Field>
      )}
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
