"use client";
import type { ChannelAccount } from "@onethread/core/api";
import { useQuery } from "@tanstack/react-query";
import { RotateCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { listChannelAccounts } from "../../api/channel-accounts.ts";
import { keys } from "../../api/keys.ts";
import { getWebhookEvent, replayWebhookEvent, type WebhookEvent } from "../../api/webhook-events.ts";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { useToasts } from "../../ui/toast.tsx";
import { useSave } from "../settings/use-save.ts";
import { prettyJson } from "./pretty-json.ts";
import { RawText } from "./raw-text.tsx";
import { stateTones } from "./state-tones.ts";
import { useReasonText } from "./use-reason-text.ts";

/** The raw items of one webhook with outcome and reason, and Replay, which never makes anything twice. */
export function EventDetail({ id }: { id: string }) {
  const t = useTranslations("webhookLog");
  const toasts = useToasts();
  const event = useQuery({ queryKey: keys.webhookEvent(id), queryFn: () => getWebhookEvent(id) });
  const accounts = useQuery({ queryKey: keys.channelAccounts, queryFn: listChannelAccounts });
  const { busy, save } = useSave(["webhook-events"]);
  if (event.isPending) return <Skeleton className="m-4 h-24" />;
  if (event.isError && !event.data) return <ErrorState error={event.error} onRetry={() => void event.refetch()} />;
  if (!event.data) return null;
  const { items, body, reason } = event.data;
  const replay = () =>
    void save(
      () => replayWebhookEvent(id),
      () => toasts.add({ title: t("replayed"), description: t("replayedText") }),
    );
  return (
    <div className="flex flex-col gap-3 border-line border-t bg-app px-4 py-3">
      <div className="flex flex-wrap items-center gap-3">
        <code className="min-w-0 flex-1 select-all text-muted text-sm [overflow-wrap:anywhere]">{id}</code>
        <Button size="small" busy={busy} onClick={replay} data-testid="webhook-replay">
          <RotateCw aria-hidden className="size-3.5" />
          {t("replay")}
        </Button>
      </div>
      {reason && <Reason code={reason} />}
      {items.map((item) => (
        <Item key={item.path} item={item} account={accounts.data?.find((one) => one.id === item.channelAccountId)} />
      ))}
      {body !== null && (
        <div className="rounded-control border border-line bg-surface">
          <RawText value={prettyJson(body) ?? body} label={t("body")} />
        </div>
      )}
    </div>
  );
}

function Item({ item, account }: { item: WebhookEvent["items"][number]; account: ChannelAccount | undefined }) {
  const t = useTranslations("webhookLog");
  return (
    <section aria-label={item.path} className="rounded-control border border-line bg-surface">
      <header className="flex flex-wrap items-center gap-2 px-3 py-1.5">
        <span className="min-w-0 flex-1">
          <code dir="ltr" className="block text-sm [overflow-wrap:anywhere]">
            {item.path}
          </code>
          {account && <bdi className="block text-muted text-sm">{account.name}</bdi>}
        </span>
        <Badge tone={stateTones[item.outcome]}>{t(`state.${item.outcome}`)}</Badge>
      </header>
      {item.reason && (
        <div className="px-3 pb-1.5">
          <Reason code={item.reason} />
        </div>
      )}
      <RawText value={JSON.stringify(item.raw, null, 2)} label={t("raw")} />
    </section>
  );
}

/** In words for people, with the code for whoever looks it up. */
function Reason({ code }: { code: string }) {
  const text = useReasonText()(code);
  return (
    <p className="text-sm" data-testid="webhook-reason">
      {text && <>{text} </>}
      <code dir="ltr" className="text-muted [overflow-wrap:anywhere]">
        {code}
      </code>
    </p>
  );
}
