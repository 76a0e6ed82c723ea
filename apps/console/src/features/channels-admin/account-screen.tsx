"use client";
import type { Channel } from "@onethread/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { listChannelAccounts } from "../../api/channel-accounts.ts";
import { keys } from "../../api/keys.ts";
import { ChannelIcon } from "../../ui/channel-icon.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { SkeletonRows } from "../../ui/skeleton.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { OnlyFor } from "../settings/only-for.tsx";
import { SettingsPage } from "../settings/settings-page.tsx";
import { WidgetTab } from "../widget/widget-tab.tsx";
import { AccountLog } from "./account-log.tsx";
import { AccountOverview } from "./account-overview.tsx";
import { AccountState, addressOf } from "./account-state.tsx";
import { AccountTemplates } from "./account-templates.tsx";
import { BackToChannels } from "./back-to-channels.tsx";

const tabs = ["overview", "widget", "templates", "events"] as const;
/** What only some channels have. */
const only: Partial<Record<(typeof tabs)[number], readonly Channel[]>> = { widget: ["webchat"], templates: ["whatsapp", "messenger"] };

/** One channel account: how it stands, its templates, what the platform said about it. */
export function AccountScreen({ id }: { id: string }) {
  return (
    <OnlyFor right="manage_channels">
      <Account id={id} />
    </OnlyFor>
  );
}

function Account({ id }: { id: string }) {
  const t = useTranslations("channelsAdmin");
  const names = useTranslations("channels");
  const [tab, setTab] = useQueryState("tab", parseAsStringLiteral(tabs).withDefault("overview"));
  const accounts = useQuery({ queryKey: keys.channelAccounts, queryFn: listChannelAccounts });
  if (accounts.isPending) return <SkeletonRows rows={4} label={t("account.loading")} />;
  if (accounts.isError && !accounts.data) return <ErrorState error={accounts.error} onRetry={() => void accounts.refetch()} />;
  const account = accounts.data?.find((one) => one.id === id);
  const back = <BackToChannels />;
  if (!account) {
    return (
      <EmptyState title={t("account.missing")} action={back}>
        {t("account.missingText")}
      </EmptyState>
    );
  }
  const shown = tabs.filter((name) => only[name]?.includes(account.channel) ?? true);
  const current = shown.includes(tab) ? tab : "overview";
  return (
    <SettingsPage
      title={account.name}
      text={`${names(account.channel)} · ${addressOf(account)}`}
      action={<AccountState account={account} />}
      wide={current === "widget"}
    >
      <p className="mb-3 flex items-center gap-2">
        {back}
        <span className="flex-1" />
        <ChannelIcon channel={account.channel} label={false} className="size-5" />
      </p>
      <Tabs
        label={t("account.parts")}
        value={current}
        onChange={(next) => void setTab(next)}
        tabs={shown.map((value) => ({ value, label: t(`account.tab.${value}`) }))}
      />
      <div className="pt-4">
        {current === "overview" && <AccountOverview account={account} />}
        {current === "widget" && <WidgetTab channelAccountId={account.id} name={account.name} />}
        {current === "templates" && <AccountTemplates account={account} />}
        {current === "events" && <AccountLog account={account} />}
      </div>
    </SettingsPage>
  );
}
