"use client";
import { useQuery } from "@tanstack/react-query";
import { FlaskConical, Plug, Plus } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { listChannelAccounts } from "../../api/channel-accounts.ts";
import { keys } from "../../api/keys.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { useMe } from "../frame/me.tsx";
import { OnlyFor } from "../settings/only-for.tsx";
import { QueryBody } from "../settings/query-body.tsx";
import { SettingsPage } from "../settings/settings-page.tsx";
import { useListKeys } from "../settings/use-list-keys.ts";
import { QuietBanner } from "../status/quiet-banner.tsx";
import { useWorkspaceStatus } from "../status/use-standing.ts";
import { AccountCard } from "./account-card.tsx";

/** The numbers, pages and profiles customers write to. */
export function ChannelsScreen() {
  const t = useTranslations("channelsAdmin");
  const router = useRouter();
  const connect = () => router.push("/settings/channels/connect");
  useListKeys({ create: connect });
  return (
    <OnlyFor right="manage_channels">
      <SimulatedBanner />
      <SettingsPage
        title={t("title")}
        text={t("text")}
        action={
          <Button variant="primary" onClick={connect} data-testid="connect-channel">
            <Plus aria-hidden className="size-4" />
            {t("connect")}
          </Button>
        }
      >
        <QuietChannels />
        <Accounts onConnect={connect} />
      </SettingsPage>
    </OnlyFor>
  );
}

function SimulatedBanner() {
  const t = useTranslations("channelsAdmin");
  const { simulated, simulatorUrl } = useMe();
  if (!simulated) return null;
  return (
    <Banner tone="info" icon={<FlaskConical aria-hidden className="size-4" />}>
      {t("simulated")}{" "}
      {simulatorUrl && (
        <a href={simulatorUrl} target="_blank" rel="noopener" className="font-medium underline underline-offset-2">
          {t("openSimulator")}
        </a>
      )}
    </Banner>
  );
}

/** Channels that have gone quiet, each with the way to its page. */
function QuietChannels() {
  const t = useTranslations("status");
  const channels = useTranslations("channels");
  const { data: status } = useWorkspaceStatus();
  if (!status?.quiet?.length) return null;
  return (
    <div className="mb-3 flex flex-col gap-2" data-testid="quiet-channels">
      {status.quiet.map((one) => (
        <QuietBanner
          key={one.channelAccountId}
          quiet={one}
          name={`${one.name} (${channels(one.channel)})`}
          action={
            <Link href={`/settings/channels/${one.channelAccountId}`} className="shrink-0 underline underline-offset-2">
              {t("look")}
            </Link>
          }
        />
      ))}
    </div>
  );
}

function Accounts({ onConnect }: { onConnect: () => void }) {
  const t = useTranslations("channelsAdmin");
  const accounts = useQuery({ queryKey: keys.channelAccounts, queryFn: listChannelAccounts });
  return (
    <QueryBody
      query={accounts}
      empty={
        <EmptyState
          icon={<Plug aria-hidden className="size-8" strokeWidth={1.25} />}
          title={t("emptyTitle")}
          action={<Button onClick={onConnect}>{t("connect")}</Button>}
        >
          {t("emptyText")}
        </EmptyState>
      }
    >
      {(rows) => (
        <ul className="flex flex-col gap-3">
          {rows.map((account) => (
            <li key={account.id}>
              <AccountCard account={account} />
            </li>
          ))}
        </ul>
      )}
    </QueryBody>
  );
}
