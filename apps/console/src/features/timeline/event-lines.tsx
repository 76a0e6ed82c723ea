"use client";
import type { TimelineItem } from "@onethread/core/api";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useDates } from "../../i18n/use-dates.ts";
import { useEventText } from "./use-event-text.ts";

/** A run longer than this is folded. */
const unfolded = 2;

/** What happened around the messages: one muted line each. */
export function EventLines({ items }: { items: TimelineItem[] }) {
  const t = useTranslations("timeline");
  const [open, setOpen] = useState(false);
  const folded = items.length > unfolded && !open;
  const shown = folded ? items.slice(-1) : items;
  return (
    <div className="flex flex-col items-center py-1.5">
      {folded && (
        <button type="button" onClick={() => setOpen(true)} className="rounded-control px-2 text-sm text-subtle hover:bg-hover hover:text-fg">
          {t("moreEvents", { count: items.length - 1 })}
        </button>
      )}
      {shown.map((item) => (
        <EventLine key={item.id} item={item} />
      ))}
    </div>
  );
}

function EventLine({ item }: { item: TimelineItem }) {
  const dates = useDates();
  const text = useEventText(item);
  return (
    <p className="text-balance text-center text-sm text-subtle" data-item-id={item.id} data-testid="timeline-item" data-type="event">
      {/* Our sentence runs as the page does, whatever name it begins with. */}
      <span className="[unicode-bidi:isolate]">{text}</span>
      <time dateTime={item.occurredAt} title={dates.full(item.occurredAt)} className="tabular">
        {" · "}
        {dates.time(item.occurredAt)}
      </time>
    </p>
  );
}
