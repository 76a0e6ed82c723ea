"use client";
import type { ChannelAccount, ConnectionProgress } from "@onethread/core/api";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { getConnectionProgress, listChannelAccounts } from "../../api/channel-accounts.ts";
import { keys } from "../../api/keys.ts";
import { useDates } from "../../i18n/use-dates.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { SkeletonRows } from "../../ui/skeleton.tsx";
import { OnlyFor } from "../settings/only-for.tsx";
import { SettingsPage } from "../settings/settings-page.tsx";
import { AccountState } from "./account-state.tsx";
import { BackToChannels } from "./back-to-channels.tsx";
import { ConnectStep } from "./connect-step.tsx";
import { StepAddress } from "./step-address.tsx";
import { StepMessage } from "./step-message.tsx";
import { useRefusalText } from "./use-refusal-text.ts";

/** The second half of connecting: what to enter at the platform. Each step ticks itself when it has worked. */
export function ConnectStepsScreen({ id }: { id: string }) {
  const t = useTranslations("channelsAdmin");
  const accounts = useQuery({ queryKey: keys.channelAccounts, queryFn: listChannelAccounts });
  // News tells of each step; who waits for one is told even so when news was lost.
  const progress = useQuery({ queryKey: keys.channelProgress(id), queryFn: () => getConnectionProgress(id), refetchInterval: 3000 });
  const account = accounts.data?.find((one) => one.id === id);
  const failed = [accounts, progress].find((query) => query.isError && !query.data);
  return (
    <OnlyFor right="manage_channels">
      {account && progress.data ? (
        <Steps account={account} progress={progress.data} />
      ) : failed ? (
        <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />
      ) : accounts.data && !account ? (
        <EmptyState title={t("account.missing")} action={<BackToChannels />}>
          {t("account.missingText")}
        </EmptyState>
      ) : (
        <SkeletonRows rows={4} label={t("account.loading")} />
      )}
    </OnlyFor>
  );
}

function Steps({ account, progress }: { account: ChannelAccount; progress: ConnectionProgress }) {
  const t = useTranslations("channelsAdmin.wizard");
  const dates = useDates();
  const refusal = useRefusalText();
  const { token, handshakeAt, refusedHandshake, firstWebhookAt, refusedWebhook } = progress;
  return (
    <SettingsPage
      title={t("title", { name: account.name })}
      text={t("text")}
      action={<AccountState account={{ ...account, state: progress.state }} />}
    >
      <p className="mb-2">
        <BackToChannels />
      </p>
      <ol>
        <ConnectStep
          name="token"
          state={token?.state === "ok" ? "done" : token?.state === "fail" ? "failed" : "waiting"}
          title={t("token")}
          said={token?.state === "ok" ? t("tokenDone") : (token?.detail ?? t("tokenWaiting"))}
        />
        <ConnectStep
          name="handshake"
          state={refusedHandshake ? "failed" : handshakeAt || firstWebhookAt ? "done" : "waiting"}
          title={t("handshake")}
          said={
            refusedHandshake
              ? refusal.handshake(refusedHandshake)
              : handshakeAt
                ? t("handshakeDone", { date: dates.full(handshakeAt) })
                : t(firstWebhookAt ? "handshakeOver" : "waiting")
          }
        >
          <StepAddress account={account} />
        </ConnectStep>
        <ConnectStep
          name="webhook"
          state={refusedWebhook ? "failed" : firstWebhookAt ? "done" : "waiting"}
          title={t("webhook")}
          said={
            refusedWebhook
              ? refusal.webhook(refusedWebhook)
              : firstWebhookAt
                ? t("webhookDone", { date: dates.full(firstWebhookAt) })
                : t("webhookText")
          }
        />
        <StepMessage account={account} progress={progress} />
      </ol>
      <p className="mt-2 text-muted" aria-live="polite" data-testid="connect-outcome">
        {progress.state === "active" ? t("active") : progress.state === "connecting" ? t("notYet") : t("broken")}{" "}
        <Link href={`/settings/channels/${account.id}`} className="text-accent-text underline underline-offset-2">
          {t("toAccount")}
        </Link>
      </p>
    </SettingsPage>
  );
}
