"use client";
import type { TimelineItem } from "@onethread/core/api";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { ChevronDown, Pin } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useDates } from "../../i18n/use-dates.ts";
import { cn } from "../../ui/class-names.ts";
import { itemsOf } from "./merge-newest-page.ts";
import { PinButton } from "./pin-button.tsx";
import { timelineQuery } from "./timeline-query.ts";
import { useItemSummary } from "./use-item-summary.ts";

const pinnedOnly = { pinned: "true" } as const;

/** What is pinned in a conversation, above its timeline: folded to one line, each leading to its place. Nothing when nothing is. */
export function PinnedStrip({ conversationId, onGo }: { conversationId: string; onGo: (id: string) => void }) {
  const t = useTranslations("timeline.pin");
  const client = useQueryClient();
  const { data } = useInfiniteQuery(timelineQuery(client, conversationId, pinnedOnly));
  const summary = useItemSummary();
  const [open, setOpen] = useState(false);
  const listId = useId();
  const items = itemsOf(data);
  const newest = items.at(-1);
  if (!newest) return null;
  return (
    <section aria-label={t("title")} data-testid="pinned-strip" className="shrink-0 border-line border-b bg-raised">
      <button
        type="button"
        aria-expanded={open}
        aria-controls={listId}
        onClick={() => setOpen(!open)}
        className="flex h-8 w-full items-center gap-2 px-3 text-start text-sm outline-offset-[-2px] hover:bg-hover"
      >
        <Pin aria-hidden className="size-3.5 shrink-0 text-muted" />
        <span className="shrink-0 font-medium">{t("count", { count: items.length })}</span>
        <bdi className="min-w-0 flex-1 truncate text-muted">{!open && summary(newest)}</bdi>
        <ChevronDown aria-hidden className={cn("size-4 shrink-0 text-muted", open && "rotate-180")} />
      </button>
      <ul id={listId} hidden={!open} className="max-h-40 overflow-y-auto px-1 pb-1">
        {items.map((item) => (
          <PinnedItem key={item.id} item={item} text={summary(item)} onGo={() => onGo(item.id)} />
        ))}
      </ul>
    </section>
  );
}

function PinnedItem({ item, text, onGo }: { item: TimelineItem; text: string; onGo: () => void }) {
  const t = useTranslations("timeline.pin");
  const dates = useDates();
  const by = item.pinned && t("by", { name: item.pinned.by.name ?? "Onethread", date: dates.full(item.pinned.at) });
  return (
    <li className="flex items-center gap-1">
      <button
        type="button"
        onClick={onGo}
        title={by ?? undefined}
        className="flex min-h-8 min-w-0 flex-1 items-center gap-2 rounded-control px-2 text-start hover:bg-hover"
      >
        <bdi className="min-w-0 flex-1 truncate">
          {item.author.name && <span className="font-medium">{item.author.name}: </span>}
          {text}
        </bdi>
        <time dateTime={item.occurredAt} className="tabular shrink-0 text-sm text-subtle">
          {dates.appointment(item.occurredAt)}
        </time>
      </button>
      <PinButton item={item} />
    </li>
  );
}
