"use client";
import type { TimelineItem } from "@onethread/core/api";
import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import type { ReactElement } from "react";
import { keys } from "../../api/keys.ts";
import { getMessage } from "../../api/messages.ts";
import { useDates } from "../../i18n/use-dates.ts";
import { ErrorState } from "../../ui/error-state.tsx";
import { Popover } from "../../ui/popover.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { type DeliveryStep, deliveryHistory } from "./delivery-history.ts";

type Props = { item: TimelineItem; trigger: ReactElement<Record<string, unknown>> };

/** What became of a message of ours, step by step, behind its mark. */
export function DeliveryPopover({ item, trigger }: Props) {
  const t = useTranslations("timeline.history");
  return (
    <Popover trigger={trigger} title={t("title")} titleShown side="top" testId="delivery-history">
      <Steps item={item} />
    </Popover>
  );
}

function Steps({ item }: { item: TimelineItem }) {
  // What the mark says is part of the key: when it changes while this is open, there is a step more.
  const detail = useQuery({ queryKey: [...keys.message(item.id), item.delivery], queryFn: () => getMessage(item.id), placeholderData: (old) => old });
  if (detail.isPending) return <Skeleton className="h-16" />;
  if (detail.isError) return <ErrorState error={detail.error} onRetry={() => void detail.refetch()} />;
  return (
    <ol className="flex flex-col gap-1.5">
      {deliveryHistory(detail.data).map((step) => (
        <Step key={`${step.name}-${step.at}`} step={step} />
      ))}
    </ol>
  );
}

function Step({ step: { name, at, error } }: { step: DeliveryStep }) {
  const t = useTranslations("timeline");
  const dates = useDates();
  const english = useLocale() === "en";
  const label = name === "accepted" || name === "retry" ? t(`history.${name}`) : t(`delivery.${name}`);
  return (
    <li>
      <p className="flex items-baseline justify-between gap-3">
        <span className={name === "failed" ? "font-medium text-danger" : "font-medium"}>{label}</span>
        <time dateTime={at} className="tabular text-end text-muted text-sm" title={dates.full(at)}>
          {dates.moment(at)}
        </time>
      </p>
      {error && (
        <p className="text-muted text-sm [overflow-wrap:anywhere]">
          {english ? error.message : t(`failure.${error.class}`)} ({error.code})
        </p>
      )}
    </li>
  );
}
