"use client";
import type { OwnSecurity } from "@onethread/core/api";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { removeSecondFactor, renewRecoveryCodes } from "../../api/security.ts";
import { useDates } from "../../i18n/use-dates.ts";
import { Badge } from "../../ui/badge.tsx";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { PasswordInput } from "../../ui/password-input.tsx";
import { AttemptDialog } from "./attempt-dialog.tsx";
import { CodeField } from "./code-field.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";
import { SetUpDialog } from "./set-up-dialog.tsx";
import { useAttempt } from "./use-attempt.ts";

/** With so few left it is time for new ones. */
const fewCodes = 2;

/** Whether sign-in asks for a code, and what can be done about it. */
export function SecondFactorSection({ factor }: { factor: OwnSecurity["secondFactor"] }) {
  const t = useTranslations("security");
  const dates = useDates();
  const [open, setOpen] = useState<"set-up" | "renew" | "remove" | null>(null);
  const close = () => setOpen(null);
  return (
    <section aria-labelledby="second-factor" className="flex flex-col gap-3" data-testid="second-factor">
      <h2 id="second-factor" className="flex items-center gap-2 font-medium">
        {t("secondFactor")} <Badge tone={factor ? "success" : "neutral"}>{t(factor ? "on" : "off")}</Badge>
      </h2>
      <p className="max-w-prose text-muted">
        {factor ? t("since", { date: dates.full(factor.since), count: factor.recoveryCodesLeft }) : t("secondFactorText")}
      </p>
      {factor && factor.recoveryCodesLeft <= fewCodes && (
        <Banner tone="warning" className="rounded-control">
          {t("fewCodes")}
        </Banner>
      )}
      <div className="flex flex-wrap gap-2">
        {factor ? (
          <>
            <Button onClick={() => setOpen("renew")}>{t("renew")}</Button>
            <Button onClick={() => setOpen("remove")}>{t("turnOff")}</Button>
          </>
        ) : (
          <Button variant="primary" onClick={() => setOpen("set-up")} data-testid="set-up-second-factor">
            {t("setUp")}
          </Button>
        )}
      </div>
      {open === "set-up" && <SetUpDialog onClose={close} />}
      {open === "renew" && <RenewDialog onClose={close} />}
      {open === "remove" && <RemoveDialog onClose={close} />}
    </section>
  );
}

function RenewDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("security");
  const { busy, error, attempt } = useAttempt();
  const [code, setCode] = useState("");
  const [codes, setCodes] = useState<string[] | null>(null);
  if (codes) return <RecoveryCodes codes={codes} onClose={onClose} />;
  const submit = () => void attempt(() => renewRecoveryCodes(code), setCodes);
  return (
    <AttemptDialog title={t("renew")} text={t("renewText")} action={t("renew")} busy={busy} error={error} onSubmit={submit} onClose={onClose}>
      <CodeField value={code} onChange={setCode} autoFocus />
    </AttemptDialog>
  );
}

function RemoveDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("security");
  const { busy, error, attempt } = useAttempt();
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const submit = () => void attempt(() => removeSecondFactor(password, code), onClose);
  return (
    <AttemptDialog
      title={t("turnOff")}
      text={t("turnOffText")}
      action={t("turnOff")}
      danger
      busy={busy}
      error={error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label={t("password")}>
        <PasswordInput autoFocus required autoComplete="current-password" value={password} onChange={(event) => setPassword(event.target.value)} />
      </Field>
      <CodeField value={code} onChange={setCode} />
    </AttemptDialog>
  );
}
