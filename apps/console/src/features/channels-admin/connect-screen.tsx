"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { createChannelAccount } from "../../api/channel-accounts.ts";
import { keys } from "../../api/keys.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { useErrorText } from "../../ui/use-error-text.ts";
import { OnlyFor } from "../settings/only-for.tsx";
import { SettingsPage } from "../settings/settings-page.tsx";
import { BackToChannels } from "./back-to-channels.tsx";
import { ChooseChannel, type Connectable } from "./choose-channel.tsx";
import { type ConnectForm, newVerifyToken, toInput } from "./connect-fields.ts";
import { ConnectFormFields } from "./connect-form-fields.tsx";
import { ConnectWebchat } from "./connect-webchat.tsx";

const blank = (): Omit<ConnectForm, "channel"> => ({
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

/** The first half of connecting: which channel, and what it is known by. The second half is on the account's own page. */
export function ConnectScreen() {
  const t = useTranslations("channelsAdmin");
  const [rest, setRest] = useState(blank);
  const [channel, setChannel] = useState<Connectable | null>(null);
  return (
    <OnlyFor right="manage_channels">
      <SettingsPage title={t("connectTitle")} text={t("wizard.stepOf", { step: channel ? 2 : 1, count: 3 })}>
        <p className="mb-4">
          <BackToChannels />
        </p>
        {channel === null ? (
          <ChooseChannel onChoose={setChannel} />
        ) : channel === "webchat" ? (
          <ConnectWebchat onBack={() => setChannel(null)} />
        ) : (
          <Credentials form={{ ...rest, channel }} onChange={setRest} onBack={() => setChannel(null)} />
        )}
      </SettingsPage>
    </OnlyFor>
  );
}

type Props = { form: ConnectForm; onChange: (form: ConnectForm) => void; onBack: () => void };

function Credentials({ form, onChange, onBack }: Props) {
  const t = useTranslations("channelsAdmin");
  const client = useQueryClient();
  const router = useRouter();
  const errorText = useErrorText();
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      const { id } = await createChannelAccount(toInput(form));
      if (form.ownApp) client.setQueryData(keys.verifyToken(id), form.verifyToken);
      await client.invalidateQueries({ queryKey: keys.channelAccounts });
      router.replace(`/settings/channels/${id}/connect`);
    } catch (cause) {
      setError(errorText(cause));
      setBusy(false);
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="flex max-w-xl flex-col gap-4" data-testid="connect-form">
      <ConnectFormFields form={form} onChange={onChange} />
      {error && (
        <div role="alert">
          <Banner tone="danger" className="rounded-control">
            {error}
          </Banner>
        </div>
      )}
      <p className="flex gap-2">
        <Button type="submit" variant="primary" busy={busy}>
          {t("wizard.create")}
        </Button>
        <Button onClick={onBack}>{t("wizard.back")}</Button>
      </p>
    </form>
  );
}
