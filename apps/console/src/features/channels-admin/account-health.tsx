"use client";
import { useQuery } from "@tanstack/react-query";
import { CircleCheck, CircleDashed, CircleX, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ChannelHealth, getChannelHealth } from "../../api/channel-accounts.ts";
import { keys } from "../../api/keys.ts";
import { useDates } from "../../i18n/use-dates.ts";
import { Banner } from "../../ui/banner.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";

const marks = {
  ok: { Icon: CircleCheck, className: "text-success" },
  warn: { Icon: TriangleAlert, className: "text-warning" },
  fail: { Icon: CircleX, className: "text-danger" },
  unknown: { Icon: CircleDashed, className: "text-subtle" },
} as const;

/** What is proven to work, and when it last did. `shakesHands`: its webhooks come from a platform. */
export function AccountHealth({ id, shakesHands = true }: { id: string; shakesHands?: boolean }) {
  const t = useTranslations("channelsAdmin.health");
  const dates = useDates();
  const health = useQuery({ queryKey: keys.channelHealth(id), queryFn: () => getChannelHealth(id), refetchInterval: 10_000 });
  if (health.isPending) return <Skeleton className="h-24" />;
  if (health.isError && !health.data) return <ErrorState error={health.error} onRetry={() => void health.refetch()} />;
  const times = [
    ...(shakesHands
      ? [["lastHandshake", health.data?.lastHandshakeAt, health.data?.webhookVia === "installation" ? t("throughInstallation") : undefined] as const]
      : []),
    ["lastInbound", health.data?.lastInboundAt],
    ["lastOutbound", health.data?.lastOutboundAt],
  ] as const;
  return (
    <div className="flex flex-col gap-3">
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1">
        {times.map(([name, at, otherwise]) => (
          <div key={name} className="contents">
            <dt className="text-muted">{t(name)}</dt>
            <dd title={at ? dates.full(at) : undefined}>{at ? dates.appointment(at) : (otherwise ?? t("never"))}</dd>
          </div>
        ))}
      </dl>
      {health.data?.lastError && (
        <Banner tone="danger" className="rounded-control">
          {health.data.lastError.message} ({health.data.lastError.code}) · {dates.appointment(health.data.lastError.at)}
        </Banner>
      )}
      {health.data && health.data.checks.length > 0 && <Checks checks={health.data.checks} />}
    </div>
  );
}

function Checks({ checks }: { checks: ChannelHealth["checks"] }) {
  const t = useTranslations("channelsAdmin.health");
  return (
    <ul className="flex flex-col gap-1">
      {checks.map((check) => {
        const { Icon, className } = marks[check.state];
        const key = `check.${check.name}` as "check.webhook";
        return (
          <li key={check.name} className="flex items-start gap-2">
            <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${className}`} />
            <span className="sr-only">{t(`result.${check.state}`)}</span>
            <span className="min-w-0">
              {t.has(key) ? t(key) : check.name}
              {check.detail && <span className="block text-muted text-sm">{check.detail}</span>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
