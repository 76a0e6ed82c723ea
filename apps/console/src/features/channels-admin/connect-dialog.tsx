"use client";
import type { ChannelAccount } from "@onethread/core/api";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { createChannelAccount } from "../../api/channel-accounts.ts";
import { keys } from "../../api/keys.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { useErrorText } from "../../ui/use-error-text.ts";
import { type ConnectForm, newVerifyToken, toInput } from "./connect-fields.ts";
import { ConnectFormFields } from "./connect-form-fields.tsx";
import { WebhookAddress } from "./webhook-address.tsx";

const blank = (): ConnectForm => ({
  channel: "whatsapp",
  name: "",
  externalId: "",
  wabaId: "",
  displayPhoneNumber: "",
  flavour: "page",
  username: "",
  pageId: "",
  accessToken: "",
  ownApp: false,
  appId: "",
  appSecret: "",
  verifyToken: newVerifyToken(),
});

/** Connects an account: first what it is, then where its webhooks have to go. */
export function ConnectDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("channelsAdmin");
  const client = useQueryClient();
  const errorText = useErrorText();
  const formId = useId();
  const [form, setForm] = useState(blank);
  const [created, setCreated] = useState<ChannelAccount | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      setCreated(await createChannelAccount(toInput(form)));
      await client.invalidateQueries({ queryKey: keys.channelAccounts });
    } catch (cause) {
      setError(errorText(cause));
    }
    setBusy(false);
  };

  if (created) {
    return (
      <Dialog
        open
        onOpenChange={onClose}
        title={t("createdTitle", { name: created.name })}
        description={t("createdText")}
        footer={
          <Button variant="primary" onClick={onClose}>
            {t("finish")}
          </Button>
        }
      >
        <WebhookAddress account={created} verifyToken={form.ownApp ? form.verifyToken : undefined} />
      </Dialog>
    );
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("connectTitle")}
      footer={
        <Button type="submit" form={formId} variant="primary" busy={busy}>
          {t("connect")}
        </Button>
      }
    >
      <form id={formId} onSubmit={(event) => void submit(event)} className="flex flex-col gap-4 pb-2">
        <ConnectFormFields form={form} onChange={setForm} />
        {error && (
          <div role="alert">
            <Banner tone="danger" className="rounded-control">
              {error}
            </Banner>
          </div>
        )}
      </form>
    </Dialog>
  );
}
