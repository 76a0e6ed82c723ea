"use client";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useQueryState } from "nuqs";
import { useState } from "react";
import { listChannelAccounts } from "../../api/channel-accounts.ts";
import { keys } from "../../api/keys.ts";
import { listWebhookEvents, type WebhookEventState } from "../../api/webhook-events.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { SkeletonRows } from "../../ui/skeleton.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { OnlyFor } from "../settings/only-for.tsx";
import { SettingsPage } from "../settings/settings-page.tsx";
import { EventRow } from "./event-row.tsx";

const states = ["any", "quarantined", "pending", "processed", "ignored"] as const;

/** Every webhook that came in and what became of it. */
export function WebhookLogScreen() {
  const t = useTranslations("webhookLog");
  const [state, setState] = useState<(typeof states)[number]>("any");
  const [account, setAccount] = useQueryState("account");
  return (
    <OnlyFor right="see_webhooks">
      <SettingsPage title={t("title")} text={t("text")}>
        <Tabs label={t("byState")} value={state} onChange={setState} tabs={states.map((value) => ({ value, label: t(`state.${value}`) }))} />
        {account && <OneAccount id={account} onAll={() => void setAccount(null)} />}
        <Events state={state === "any" ? undefined : state} account={account} />
      </SettingsPage>
    </OnlyFor>
  );
}

/** The log of one channel account, and the way back to all. */
function OneAccount({ id, onAll }: { id: string; onAll: () => void }) {
  const t = useTranslations("webhookLog");
  const accounts = useQuery({ queryKey: keys.channelAccounts, queryFn: listChannelAccounts });
  const name = accounts.data?.find((one) => one.id === id)?.name ?? id;
  return (
    <p className="mt-3 flex items-center gap-2">
      <span className="min-w-0 [overflow-wrap:anywhere]">{t("onlyOf", { name })}</span>
      <Button size="small" onClick={onAll}>
        {t("showAll")}
      </Button>
    </p>
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
