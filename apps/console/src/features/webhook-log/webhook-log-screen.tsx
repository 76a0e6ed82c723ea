"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
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
  return (
    <OnlyFor right="see_webhooks">
      <SettingsPage title={t("title")} text={t("text")}>
        <Tabs label={t("byState")} value={state} onChange={setState} tabs={states.map((value) => ({ value, label: t(`state.${value}`) }))} />
        <Events state={state === "any" ? undefined : state} />
      </SettingsPage>
    </OnlyFor>
  );
}

function Events({ state }: { state: WebhookEventState | undefined }) {
  const t = useTranslations("webhookLog");
  const list = useInfiniteQuery({
    queryKey: keys.webhookEvents(state),
    queryFn: ({ pageParam }) => listWebhookEvents(state, pageParam),
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
