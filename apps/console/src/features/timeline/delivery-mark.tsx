"use client";
import type { TimelineItem } from "@onethread/core/api";
import { Check, CheckCheck, CircleHelp, Clock, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDates } from "../../i18n/use-dates.ts";
import { cn } from "../../ui/class-names.ts";
import { useAfterPaint } from "../../use-after-paint.ts";
import { DeliveryPopover } from "./delivery-popover.tsx";

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

/** Clock, tick, two ticks, two filled ticks; the word is there for those who do not see the icon. Pressed, it tells every step. */
export function DeliveryMark({ item, delivery }: { item: TimelineItem; delivery: Delivery }) {
  const t = useTranslations("timeline.delivery");
  const dates = useDates();
  const Icon = icons[delivery.status];
  const label = t(delivery.status);
  const painted = useAfterPaint();
  const mark = (
    <>
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
    </>
  );
  const title = `${label} · ${dates.full(delivery.at)}`;
  const place = "-my-1 inline-flex size-6 items-center justify-center";
  // A conversation has many of them: what is behind it is made once its first picture stands.
  if (!painted) return <span className={place}>{mark}</span>;
  return (
    <DeliveryPopover
      item={item}
      trigger={
        <button type="button" title={title} data-testid="delivery-mark" className={cn(place, "rounded-control hover:bg-hover")}>
          {mark}
        </button>
      }
    />
  );
}
