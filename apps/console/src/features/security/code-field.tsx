"use client";
import { useTranslations } from "next-intl";
import { Field } from "../../ui/field.tsx";
import { Input } from "../../ui/input.tsx";

type Props = { value: string; onChange: (code: string) => void; recovery?: boolean; autoFocus?: boolean };

/** The code of an authenticator app, or, where that is taken too, a recovery code. */
export function CodeField({ value, onChange, recovery = true, autoFocus = false }: Props) {
  const t = useTranslations("security");
  return (
    <Field label={t("code")} hint={recovery ? t("codeOrRecovery") : t("codeHint")}>
      <Input
        data-testid="code"
        name="code"
        autoComplete="one-time-code"
        autoFocus={autoFocus}
        required
        minLength={6}
        maxLength={40}
        spellCheck={false}
        dir="ltr"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="font-mono"
      />
    </Field>
  );
}
