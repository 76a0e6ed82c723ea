"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { ApiError } from "../../api/api-error.ts";
import { signIn } from "../../api/me.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { Input } from "../../ui/input.tsx";
import { PasswordInput } from "../../ui/password-input.tsx";
import { useErrorText } from "../../ui/use-error-text.ts";
import { CodeField } from "../security/code-field.tsx";

type Props = { next: string; demo: { email: string; password: string } | null };

/** E-mail and password. A refusal never says which of the two was wrong. */
export function SignInForm({ next, demo }: Props) {
  const t = useTranslations("signIn");
  const errorText = useErrorText();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  /** null: no code was asked for. */
  const [code, setCode] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const explain = (cause: unknown): string => {
    if (cause instanceof ApiError && cause.status === 429) return t("tooMany", { seconds: cause.retryAfter ?? 60 });
    if (cause instanceof ApiError && cause.code === "wrong_code") return errorText(cause);
    if (cause instanceof ApiError && cause.refused) return t("wrong");
    return errorText(cause);
  };

  const enter = async (credentials: { email: string; password: string }) => {
    setBusy(true);
    setError(null);
    try {
      await signIn(credentials.email.trim(), credentials.password, code?.trim());
      // A full load, so that the server renders the desk with the new session.
      window.location.assign(next);
    } catch (cause) {
      if (cause instanceof ApiError && cause.code === "code_needed") setCode("");
      else setError(explain(cause));
      setBusy(false);
    }
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    void enter({ email, password });
  };

  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <Field label={t("email")}>
        <Input
          data-testid="login-email"
          type="email"
          name="email"
          autoComplete="username"
          autoFocus
          required
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
      </Field>
      <Field label={t("password")}>
        <PasswordInput
          data-testid="login-password"
          name="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </Field>
      {code !== null && <CodeField value={code} onChange={setCode} autoFocus />}
      <p role="alert" className="min-h-5 text-danger text-ui empty:hidden">
        {error}
      </p>
      <Button data-testid="login-submit" type="submit" variant="primary" size="large" busy={busy}>
        {t("submit")}
      </Button>
      {demo && <DemoHint email={demo.email} busy={busy} onEnter={() => void enter(demo)} />}
    </form>
  );
}

function DemoHint({ email, busy, onEnter }: { email: string; busy: boolean; onEnter: () => void }) {
  const t = useTranslations("signIn");
  return (
    <div className="rounded-panel bg-info-bg px-3 py-2.5 text-info">
      <p>{t("demo")}</p>
      <button type="button" disabled={busy} onClick={onEnter} className="mt-1 font-medium underline underline-offset-2">
        {t("enterDemo", { email })}
      </button>
    </div>
  );
}
