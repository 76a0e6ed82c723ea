"use client";
import type { ChannelAccount } from "@onethread/core/api";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { getConnection } from "../../api/channel-accounts.ts";
import { keys } from "../../api/keys.ts";
import { CopyField } from "../../ui/copy-field.tsx";

type Props = {
  account: Pick<ChannelAccount, "channel" | "webhookPath">;
  /** Of an app of the account's own, right after connecting: later nobody can read it. */
  verifyToken?: string | undefined;
};

/** What the platform's webhook settings have to be told: where to send, the word they prove themselves with, and what to send. */
export function WebhookAddress({ account, verifyToken }: Props) {
  const t = useTranslations("channelsAdmin");
  const { data: connection } = useQuery({ queryKey: keys.connection, queryFn: getConnection });
  if (!connection) return null;
  const url = new URL(account.webhookPath, connection.callbackUrl).href;
  const tokens = url === connection.callbackUrl ? connection.verifyTokens.slice(0, 1) : verifyToken ? [verifyToken] : [];
  const fields = connection.fields.find((one) => one.channel === account.channel)?.fields ?? [];
  return (
    <div className="flex flex-col gap-3" data-testid="webhook-address">
      <CopyField label={t("webhookUrl")} value={url} hint={t("webhookHint")} />
      {tokens.map((token) => (
        <CopyField key={token} label={t("verifyToken")} value={token} hint={t("verifyTokenHint")} />
      ))}
      {fields.length > 0 && <CopyField label={t("fields")} value={fields.join(", ")} hint={t("fieldsHint")} />}
    </div>
  );
}
