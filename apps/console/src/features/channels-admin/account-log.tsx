"use client";
import type { ChannelAccount, ChannelLogEntry } from "@onethread/core/api";
import { useInfiniteQuery } from "@tanstack/react-query";
import { CircleX, Info, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useDates } from "../../i18n/use-dates.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { SkeletonRows } from "../../ui/skeleton.tsx";
import { channelLogQuery } from "./channel-log-query.ts";
import { logDetails } from "./log-details.ts";
import { useLogText } from "./use-log-text.ts";

const marks = {
  info: { Icon: Info, className: "text-subtle" },
  warning: { Icon: TriangleAlert, className: "text-warning" },
  problem: { Icon: CircleX, className: "text-danger" },
} as const;

/** What the platform said about an account, in words, the newest first. */
export function AccountLog({ account }: { account: ChannelAccount }) {
  const t = useTranslations("channelsAdmin.log");
  const log = useInfiniteQuery(channelLogQuery(account.id));
  if (log.isPending) return <SkeletonRows rows={4} label={t("loading")} />;
  if (log.isError && !log.data) return <ErrorState error={log.error} onRetry={() => void log.refetch()} />;
  const entries = log.data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <>
      <p className="mb-3 text-muted">
        {t("text")}{" "}
        <Link href={`/settings/webhooks?account=${account.id}`} className="text-accent-text underline underline-offset-2">
          {t("webhooks")}
        </Link>
      </p>
      {entries.length === 0 ? (
        <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
      ) : (
        <ul className="divide-y divide-line rounded-panel border border-line">
          {entries.map((entry, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: entries have no id of their own, and one webhook can bring several alike.
            <Entry key={`${entry.webhookEventId}-${entry.code}-${index}`} entry={entry} />
          ))}
        </ul>
      )}
      {log.hasNextPage && (
        <Button className="mt-3" busy={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
          {t("more")}
        </Button>
      )}
    </>
  );
}

function Entry({ entry }: { entry: ChannelLogEntry }) {
  const t = useTranslations("channelsAdmin.log");
  const dates = useDates();
  const text = useLogText();
  const { Icon, className } = marks[entry.level];
  // Where the platform names no time, it is the time it came in.
  const at = Date.parse(entry.occurredAt) > 0 ? entry.occurredAt : entry.receivedAt;
  return (
    <li data-testid="channel-log-entry" data-code={entry.code} className="flex items-start gap-3 px-4 py-2.5">
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${className}`} />
      <div className="min-w-0 flex-1">
        <p className="font-medium">
          <span className="sr-only">{t(`level.${entry.level}`)} </span>
          {text(entry.code)}
        </p>
        <p className="text-muted text-sm [overflow-wrap:anywhere]">
          {logDetails(entry.data)
            .map((detail) => `${detail.name}: ${detail.value}`)
            .join(" · ")}
        </p>
      </div>
      <time dateTime={at} title={dates.full(at)} className="tabular shrink-0 text-muted text-sm">
        {dates.appointment(at)}
      </time>
    </li>
  );
}
