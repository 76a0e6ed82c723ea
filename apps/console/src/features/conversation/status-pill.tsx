"use client";
import type { Conversation } from "@onethread/core/api";
import { AlarmClock, Check, Clock } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDates } from "../../i18n/use-dates.ts";
import { useNow } from "../../i18n/use-now.ts";
import { Badge } from "../../ui/badge.tsx";

/** `Open · waiting on us 14m`, `Snoozed until Tue, 9:00`, `Done`. */
export function StatusPill({ conversation }: { conversation: Conversation }) {
  const t = useTranslations("conversation.status");
  const dates = useDates();
  const now = useNow();
  const { status, snoozedUntil, waitingOn, waitingSince } = conversation;
  if (status === "done") {
    return (
      <Badge>
        <Check aria-hidden className="size-3 shrink-0" />
        {t("done")}
      </Badge>
    );
  }
  if (status === "snoozed") {
    return (
      <Badge tone="info" title={snoozedUntil ? dates.full(snoozedUntil) : undefined}>
        <AlarmClock aria-hidden className="size-3 shrink-0" />
        <span className="truncate">{snoozedUntil ? t("snoozedUntil", { date: dates.appointment(snoozedUntil) }) : t("snoozed")}</span>
      </Badge>
    );
  }
  if (!waitingOn || !waitingSince) return <Badge>{t("open")}</Badge>;
  const span = dates.span(now - Date.parse(waitingSince));
  const long = waitingOn === "us" && now - Date.parse(waitingSince) > 3_600_000;
  return (
    <Badge tone={long ? "warning" : "neutral"} title={dates.full(waitingSince)} className="tabular">
      <Clock aria-hidden className="size-3 shrink-0" />
      <span className="truncate">{waitingOn === "us" ? t("waitingOnUs", { span }) : t("waitingOnCustomer", { span })}</span>
    </Badge>
  );
}
