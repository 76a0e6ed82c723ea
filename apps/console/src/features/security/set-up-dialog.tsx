"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { beginSecondFactor, confirmSecondFactor } from "../../api/security.ts";
import { CopyField } from "../../ui/copy-field.tsx";
import { Field } from "../../ui/field.tsx";
import { PasswordInput } from "../../ui/password-input.tsx";
import { QrCode } from "../../ui/qr-code.tsx";
import { AttemptDialog } from "./attempt-dialog.tsx";
import { CodeField } from "./code-field.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";
import { useAttempt } from "./use-attempt.ts";

/** Sets an authenticator app up: the password again, the app's first code, then the recovery codes. */
export function SetUpDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("security");
  const { busy, error, attempt } = useAttempt();
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [begun, setBegun] = useState<{ secret: string; uri: string } | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  if (codes) return <RecoveryCodes codes={codes} onClose={onClose} />;
  if (begun) {
    return (
      <AttemptDialog
        title={t("scanTitle")}
        text={t("scanText")}
        action={t("turnOn")}
        busy={busy}
        error={error}
        onSubmit={() => void attempt(() => confirmSecondFactor(code), setCodes)}
        onClose={onClose}
      >
        <div className="flex justify-center">
          <QrCode text={begun.uri} label={t("qr")} />
        </div>
        <CopyField label={t("secret")} value={begun.secret} hint={t("secretHint")} />
        <CodeField value={code} onChange={setCode} recovery={false} autoFocus />
      </AttemptDialog>
    );
  }
  return (
    <AttemptDialog
      title={t("setUp")}
      text={t("passwordFirst")}
      action={t("next")}
      busy={busy}
      error={error}
      onSubmit={() => void attempt(() => beginSecondFactor(password), setBegun)}
      onClose={onClose}
    >
      <Field label={t("password")}>
        <PasswordInput autoFocus required autoComplete="current-password" value={password} onChange={(event) => setPassword(event.target.value)} />
      </Field>
    </AttemptDialog>
  );
}
