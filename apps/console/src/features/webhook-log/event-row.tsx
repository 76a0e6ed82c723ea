"use client";
import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { WebhookEvent } from "../../api/webhook-events.ts";
import { useDates } from "../../i18n/use-dates.ts";
import { Badge } from "../../ui/badge.tsx";
import { cn } from "../../ui/class-names.ts";
import { EventDetail } from "./event-detail.tsx";
import { stateTones } from "./state-tones.ts";
import { useReasonText } from "./use-reason-text.ts";

/** One webhook: when, state, how many items, why. Opens to the raw items. */
export function EventRow({ event }: { event: WebhookEvent }) {
  const t = useTranslations("webhookLog");
  const dates = useDates();
  const reasonText = useReasonText();
  const [open, setOpen] = useState(false);
  const reasons = [...new Set([event.reason, ...event.items.map((item) => item.reason)].filter((reason) => reason !== null))];
  return (
    <li data-testid="webhook-event" data-state={event.state}>
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="flex w-full flex-wrap items-center gap-x-3 px-4 py-2.5 text-start sm:flex-nowrap hover:bg-hover"
      >
        <time dateTime={event.receivedAt} title={dates.full(event.receivedAt)} className="tabular w-full shrink-0 text-muted max-sm:text-sm sm:w-44">
          {dates.appointment(event.receivedAt)}
        </time>
        <span className="min-w-0 flex-1 truncate">
          {t("items", { count: event.items.length })}
          {reasons.length > 0 && <span className="text-muted"> · {reasons.map((code) => reasonText(code) ?? code).join(" ")}</span>}
        </span>
        <Badge tone={stateTones[event.state]}>{t(`state.${event.state}`)}</Badge>
        <ChevronDown aria-hidden className={cn("size-4 shrink-0 text-muted", open && "rotate-180")} />
      </button>
      {open && <EventDetail id={event.id} />}
    </li>
  );
}
