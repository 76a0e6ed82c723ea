"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { signIn } from "../../api/me.ts";
import { acceptInvitation, getInvitation } from "../../api/set-up.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Field } from "../../ui/field.tsx";
import { Input } from "../../ui/input.tsx";
import { PasswordInput } from "../../ui/password-input.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { useErrorText } from "../../ui/use-error-text.ts";

/** Takes an invitation: name and password; the e-mail address is the invited one. */
export function InvitationForm({ token }: { token: string }) {
  const t = useTranslations("invitation");
  const errorText = useErrorText();
  const invitation = useQuery({ queryKey: ["invitation", token], queryFn: () => getInvitation(token) });
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  if (invitation.isPending) return <Skeleton className="h-40" />;
  if (invitation.isError) return <ErrorState error={invitation.error} onRetry={() => void invitation.refetch()} />;
  const { email, workspaceName } = invitation.data;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      await acceptInvitation({ token, name, password });
      if (email) await signIn(email, password);
      window.location.assign("/inbox/all");
    } catch (cause) {
      setError(errorText(cause));
      setBusy(false);
    }
  };

  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      {workspaceName && <p className="text-muted">{t("joins", { workspace: workspaceName })}</p>}
      {email && (
        <Field label={t("email")}>
          <Input value={email} readOnly autoComplete="username" />
        </Field>
      )}
      <Field label={t("name")}>
        <Input value={name} onChange={(event) => setName(event.target.value)} autoComplete="name" autoFocus required maxLength={100} />
      </Field>
      <Field label={t("password")} hint={t("passwordHint")}>
        <PasswordInput value={password} onChange={(event) => setPassword(event.target.value)} autoComplete="new-password" required minLength={10} />
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
