"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { setUp } from "../../api/set-up.ts";
import { Field } from "../../ui/field.tsx";
import { Input } from "../../ui/input.tsx";
import { NewAccountForm } from "./new-account-form.tsx";

/** The first owner of a fresh instance. The token from the server's log keeps strangers from taking it over. */
export function SetUpForm() {
  const t = useTranslations("setUp");
  const [token, setToken] = useState("");
  const [workspaceName, setWorkspaceName] = useState("");
  return (
    <NewAccountForm texts="setUp" make={(account) => setUp({ ...account, workspaceName, token: token.trim() })} next="/settings/channels">
      <Field label={t("token")} hint={t("tokenHint")}>
        <Input
          name="token"
          value={token}
          onChange={(event) => setToken(event.target.value)}
          required
          autoComplete="off"
          autoFocus
          dir="ltr"
          className="font-mono"
        />
      </Field>
      <Field label={t("workspaceName")}>
        <Input
          name="workspaceName"
          value={workspaceName}
          onChange={(event) => setWorkspaceName(event.target.value)}
          required
          autoComplete="organization"
          maxLength={100}
        />
      </Field>
    </NewAccountForm>
  );
}
