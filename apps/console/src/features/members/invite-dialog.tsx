"use client";
import type { Role } from "@onethread/core";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { type Invitation, inviteAgent } from "../../api/agents.ts";
import { keys } from "../../api/keys.ts";
import { useDates } from "../../i18n/use-dates.ts";
import { Button } from "../../ui/button.tsx";
import { CopyField } from "../../ui/copy-field.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { Input } from "../../ui/input.tsx";
import { Select } from "../../ui/select.tsx";
import { useSave } from "../settings/use-save.ts";
import { useRoleOptions } from "./use-role-options.ts";

/** Makes a link that one person can join with, once; it is handed over by hand. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("members");
  const dates = useDates();
  const formId = useId();
  const options = useRoleOptions();
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("agent");
  const [invitation, setInvitation] = useState<Invitation | null>(null);
  const { busy, save } = useSave(keys.agents);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save(() => inviteAgent(email.trim(), role), setInvitation);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("inviteTitle")}
      footer={
        invitation ? (
          <Button variant="primary" onClick={onClose}>
            {t("finish")}
          </Button>
        ) : (
          <Button type="submit" form={formId} variant="primary" busy={busy}>
            {t("makeLink")}
          </Button>
        )
      }
    >
      {invitation ? (
        <CopyField
          label={t("link", { email: invitation.email })}
          value={new URL(invitation.url, window.location.origin).href}
          hint={t("linkHint", { date: dates.appointment(invitation.expiresAt) })}
        />
      ) : (
        <form id={formId} onSubmit={submit} className="flex flex-col gap-4 pb-2">
          <Field label={t("email")}>
            <Input type="email" required autoFocus value={email} onChange={(event) => setEmail(event.target.value)} />
          </Field>
          <Field label={t("roleLabel")} hint={t(`roleText.${role}`)}>
            <Select value={role} onChange={setRole} options={options} />
          </Field>
        </form>
      )}
    </Dialog>
  );
}
