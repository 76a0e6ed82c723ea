"use client";
import type { TimelineItem } from "@onethread/core/api";
import { Check, CheckCheck, CircleHelp, Clock, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDates } from "../../i18n/use-dates.ts";
import { cn } from "../../ui/class-names.ts";

type Delivery = NonNullable<TimelineItem["delivery"]>;

const icons = {
  queued: Clock,
  sending: Clock,
  sent: Check,
  delivered: CheckCheck,
  read: CheckCheck,
  played: CheckCheck,
  failed: TriangleAlert,
  unknown: CircleHelp,
} as const;

/** Clock, tick, two ticks, two filled ticks; the word is there for those who do not see the icon. */
export function DeliveryMark({ delivery }: { delivery: Delivery }) {
  const t = useTranslations("timeline.delivery");
  const dates = useDates();
  const Icon = icons[delivery.status];
  const label = t(delivery.status);
  return (
    <span title={`${label} · ${dates.full(delivery.at)}`} className="inline-flex items-center">
      <Icon
        aria-hidden
        strokeWidth={delivery.status === "read" || delivery.status === "played" ? 2.75 : 2}
        className={cn(
          "size-3.5",
          (delivery.status === "read" || delivery.status === "played") && "text-accent-text",
          delivery.status === "failed" && "text-danger",
          delivery.status === "unknown" && "text-warning",
        )}
      />
      <span className="sr-only">{label}</span>
    </span>
  );
}
