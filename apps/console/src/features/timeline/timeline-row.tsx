"use client";
import type { TimelineItem } from "@onethread/core/api";
import { useTranslations } from "next-intl";
import { memo, type ReactNode } from "react";
import { useDates } from "../../i18n/use-dates.ts";
import { useNow } from "../../i18n/use-now.ts";
import { Button } from "../../ui/button.tsx";
import type { TimelineRow as Row } from "./build-rows.ts";
import { EventLines } from "./event-lines.tsx";
import { MessageBubble } from "./message-bubble.tsx";
import { NoteItem } from "./note-item.tsx";
import type { TimelineContext } from "./timeline-context.ts";
import { useItemSummary } from "./use-item-summary.ts";

/** One row of the timeline, whatever it is. */
export const TimelineRow = memo(function TimelineRow({ row, context }: { row: Row; context: TimelineContext }) {
  switch (row.kind) {
    case "day":
      return <DaySeparator at={row.at} />;
    case "new":
      return <NewMark />;
    case "gap":
      return <Gap context={context} />;
    case "events":
      return <EventLines items={row.items} />;
    case "note":
      return (
        <Item item={row.item} context={context}>
          <NoteItem item={row.item} agentId={context.agentId} />
        </Item>
      );
    case "message":
      return (
        <Item item={row.item} context={context}>
          <MessageBubble item={row.item} first={row.first} last={row.last} context={context} />
        </Item>
      );
  }
});

/** A message or a note: what keys go to, and the address. */
function Item({ item, context, children }: { item: TimelineItem; context: TimelineContext; children: ReactNode }) {
  const t = useTranslations("timeline");
  const dates = useDates();
  const summary = useItemSummary();
  const name =
    item.type === "note" ? t("noteBadge") : item.direction === "inbound" ? (item.author.name ?? t("customer")) : (item.author.name ?? t("business"));
  return (
    <article
      data-testid="timeline-item"
      data-item-id={item.id}
      data-type={item.type}
      data-channel={item.channel ?? undefined}
      data-direction={item.direction ?? undefined}
      data-status={item.delivery?.status}
      tabIndex={-1}
      aria-label={`${name}, ${dates.time(item.occurredAt)}: ${summary(item)}`}
      ref={item.id === context.target ? context.onTarget : null}
      className="rounded-panel outline-offset-2"
    >
      {children}
    </article>
  );
}

/** What is not loaded between two parts of the timeline. */
function Gap({ context }: { context: TimelineContext }) {
  const t = useTranslations("timeline");
  return (
    <div className="flex items-center gap-3 py-2">
      <span aria-hidden className="h-px flex-1 bg-line" />
      <Button size="small" busy={context.fillingGap} onClick={context.onGap}>
        {t("fillGap")}
      </Button>
      <span aria-hidden className="h-px flex-1 bg-line" />
    </div>
  );
}

function DaySeparator({ at }: { at: string }) {
  const dates = useDates();
  const now = useNow();
  return (
    <h3 className="flex items-center gap-3 pt-4 pb-1 text-sm text-subtle">
      <span aria-hidden className="h-px flex-1 bg-line" />
      {dates.day(at, now)}
      <span aria-hidden className="h-px flex-1 bg-line" />
    </h3>
  );
}

function NewMark() {
  const t = useTranslations("timeline");
  return (
    <p className="flex items-center gap-3 pt-2 font-medium text-accent-text text-sm">
      <span aria-hidden className="h-px flex-1 bg-accent/50" />
      {t("new")}
      <span aria-hidden className="h-px flex-1 bg-accent/50" />
    </p>
  );
}
