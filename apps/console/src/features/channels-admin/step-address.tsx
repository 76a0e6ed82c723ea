"use client";
import type { ChannelAccount } from "@onethread/core/api";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { setVerifyToken } from "../../api/channel-accounts.ts";
import { keys } from "../../api/keys.ts";
import { Button } from "../../ui/button.tsx";
import { useSave } from "../settings/use-save.ts";
import { newVerifyToken } from "./connect-fields.ts";
import { WebhookAddress } from "./webhook-address.tsx";

/** What to copy where. The verify token of an own app is known to the tab it was made in; another tab makes a new one. */
export function StepAddress({ account }: { account: ChannelAccount }) {
  const t = useTranslations("channelsAdmin.wizard");
  const client = useQueryClient();
  const key = keys.verifyToken(account.id);
  const { data: token } = useQuery<string>({ queryKey: key, enabled: false, gcTime: Number.POSITIVE_INFINITY });
  const { busy, save } = useSave(keys.channelAccounts);
  const ownApp = account.webhookPath !== "/webhooks/meta";
  const renew = () => {
    const fresh = newVerifyToken();
    return save(
      () => setVerifyToken(account.id, fresh),
      () => client.setQueryData(key, fresh),
    );
  };
  return (
    <>
      <p className="text-muted text-sm">{t("handshakeText")}</p>
      <WebhookAddress account={account} verifyToken={token} />
      {ownApp && !token && (
        <div>
          <p className="mb-2 text-muted text-sm">{t("newTokenText")}</p>
          <Button busy={busy} onClick={() => void renew()}>
            {t("newToken")}
          </Button>
        </div>
      )}
    </>
  );
}
