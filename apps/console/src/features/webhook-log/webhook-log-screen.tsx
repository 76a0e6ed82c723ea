"use client";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { listChannelAccounts } from "../../api/channel-accounts.ts";
import { keys } from "../../api/keys.ts";
import { listWebhookEvents, type WebhookEventState } from "../../api/webhook-events.ts";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { SkeletonRows } from "../../ui/skeleton.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { OnlyFor } from "../settings/only-for.tsx";
import { SettingsPage } from "../settings/settings-page.tsx";
import { useWorkspaceStatus } from "../status/use-standing.ts";
import { EventRow } from "./event-row.tsx";
import { ReplayAll } from "./replay-all.tsx";

const states = ["any", "quarantined", "pending", "processed", "ignored"] as const;

/** Every webhook that came in and what became of it; what is in quarantine, with its reason and how to replay it. */
export function WebhookLogScreen() {
  const t = useTranslations("webhookLog");
  return (
    <OnlyFor right="see_webhooks">
      <SettingsPage title={t("title")} text={t("text")}>
        <Log />
      </SettingsPage>
    </OnlyFor>
  );
}

function Log() {
  const t = useTranslations("webhookLog");
  const [state, setState] = useQueryState("state", parseAsStringLiteral(states).withDefault("any"));
  const [account, setAccount] = useQueryState("account");
  const accounts = useQuery({ queryKey: keys.channelAccounts, queryFn: listChannelAccounts });
  const { data: status } = useWorkspaceStatus();
  const accountName = account && (accounts.data?.find((one) => one.id === account)?.name ?? account);
  const { count = 0, more = false } = status?.quarantined ?? {};
  const label = (value: (typeof states)[number]) =>
    value === "quarantined" && count > 0 ? (
      <span className="flex items-center gap-1.5">
        {t("state.quarantined")}
        <Badge tone="danger" className="tabular" data-testid="quarantine-count">
          {more ? `${count}+` : count}
        </Badge>
      </span>
    ) : (
      t(`state.${value}`)
    );
  return (
    <>
      <Tabs
        label={t("byState")}
        value={state}
        onChange={(next) => void setState(next)}
        tabs={states.map((value) => ({ value, label: label(value) }))}
      />
      {state === "quarantined" && <p className="mt-3 text-muted">{t("quarantineText")}</p>}
      {account && (
        <p className="mt-3 flex items-center gap-2">
          <span className="min-w-0 [overflow-wrap:anywhere]">{t("onlyOf", { name: accountName ?? "" })}</span>
          <Button size="small" onClick={() => void setAccount(null)}>
            {t("showAll")}
          </Button>
        </p>
      )}
      {(state === "quarantined" || state === "ignored") && <ReplayAll state={state} account={account} accountName={accountName} />}
      <Events state={state === "any" ? undefined : state} account={account} />
    </>
  );
}

function Events({ state, account }: { state: WebhookEventState | undefined; account: string | null }) {
  const t = useTranslations("webhookLog");
  const list = useInfiniteQuery({
    queryKey: keys.webhookEvents(state, account),
    queryFn: ({ pageParam }) => listWebhookEvents({ ...(state ? { state } : {}), ...(account ? { channelAccountId: account } : {}) }, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.page.next ?? undefined,
  });
  if (list.isPending) return <SkeletonRows rows={5} label={t("loading")} />;
  if (list.isError && !list.data) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  const events = list.data?.pages.flatMap((page) => page.data) ?? [];
  if (events.length === 0) return <EmptyState title={t(state ? "emptyFiltered" : "empty")}>{t("emptyText")}</EmptyState>;
  return (
    <>
      <ul className="mt-3 divide-y divide-line rounded-panel border border-line">
        {events.map((event) => (
          <EventRow key={event.id} event={event} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button className="mt-3" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t("more")}
        </Button>
      )}
    </>
  );
}
