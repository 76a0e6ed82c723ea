"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { createChannelAccount } from "../../api/channel-accounts.ts";
import { keys } from "../../api/keys.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { Input } from "../../ui/input.tsx";
import { useSave } from "../settings/use-save.ts";

/** A chat for one's own pages: nobody else has to be asked, so a name is all it takes. */
export function ConnectWebchat({ onBack }: { onBack: () => void }) {
  const t = useTranslations("channelsAdmin");
  const router = useRouter();
  const [name, setName] = useState("");
  const { busy, save } = useSave(keys.channelAccounts);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save(
      () => createChannelAccount({ channel: "webchat", name: name.trim() }),
      ({ id }) => router.replace(`/settings/channels/${id}?tab=widget`),
    );
  };
  return (
    <form onSubmit={submit} className="flex max-w-xl flex-col gap-4" data-testid="connect-webchat">
      <Field label={t("wizard.nameOnly")}>
        <Input required autoFocus maxLength={100} dir="auto" value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
      <p className="flex gap-2">
        <Button type="submit" variant="primary" busy={busy} disabled={name.trim() === ""}>
          {t("wizard.create")}
        </Button>
        <Button onClick={onBack}>{t("wizard.back")}</Button>
      </p>
    </form>
  );
}
