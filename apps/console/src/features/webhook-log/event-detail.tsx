"use client";
import { useQuery } from "@tanstack/react-query";
import { RotateCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { keys } from "../../api/keys.ts";
import { getWebhookEvent, replayWebhookEvent } from "../../api/webhook-events.ts";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { useToasts } from "../../ui/toast.tsx";
import { useSave } from "../settings/use-save.ts";
import { stateTones } from "./state-tones.ts";

/** The raw items of one webhook with outcome and reason, and Replay, which never makes anything twice. */
export function EventDetail({ id }: { id: string }) {
  const t = useTranslations("webhookLog");
  const toasts = useToasts();
  const event = useQuery({ queryKey: keys.webhookEvent(id), queryFn: () => getWebhookEvent(id) });
  const { busy, save } = useSave(["webhook-events"]);
  if (event.isPending) return <Skeleton className="m-4 h-24" />;
  if (event.isError && !event.data) return <ErrorState error={event.error} onRetry={() => void event.refetch()} />;
  if (!event.data) return null;
  const replay = () =>
    void save(
      () => replayWebhookEvent(id),
      () => toasts.add({ title: t("replayed"), description: t("replayedText") }),
    );
  return (
    <div className="flex flex-col gap-3 border-line border-t bg-app px-4 py-3">
      <div className="flex flex-wrap items-center gap-3">
        <code className="min-w-0 flex-1 select-all text-muted text-sm">{id}</code>
        <Button size="small" busy={busy} onClick={replay} data-testid="webhook-replay">
          <RotateCw aria-hidden className="size-3.5" />
          {t("replay")}
        </Button>
      </div>
      {event.data.reason && <p>{t("reason", { reason: event.data.reason })}</p>}
      {event.data.items.map((item) => (
        <section key={item.path} aria-label={item.path} className="rounded-control border border-line bg-surface">
          <header className="flex flex-wrap items-center gap-2 px-3 py-1.5">
            <code dir="ltr" className="min-w-0 flex-1 text-sm [overflow-wrap:anywhere]">
              {item.path}
            </code>
            {item.reason && <span className="text-muted text-sm">{item.reason}</span>}
            <Badge tone={stateTones[item.outcome]}>{t(`state.${item.outcome}`)}</Badge>
          </header>
          <Raw value={JSON.stringify(item.raw, null, 2)} label={t("raw")} />
        </section>
      ))}
      {event.data.body !== null && <Raw value={event.data.body} label={t("body")} />}
    </div>
  );
}

function Raw({ value, label }: { value: string; label: string }) {
  return (
    <details className="border-line border-t px-3 py-1.5">
      <summary className="cursor-pointer text-muted text-sm">{label}</summary>
      <pre dir="ltr" className="mt-1 max-h-80 overflow-auto whitespace-pre-wrap font-mono text-xs [overflow-wrap:anywhere]">
        {value}
      </pre>
    </details>
  );
}
