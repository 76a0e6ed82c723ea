"use client";
import type { Conversation } from "@onethread/core/api";
import { useVirtualizer } from "@tanstack/react-virtual";
import { ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef, useState } from "react";
import { inboxPath, useInboxLocation } from "../inbox/use-inbox-location.ts";
import { useShortcut } from "../keyboard/use-shortcut.ts";
import { ConversationRow } from "./conversation-row.tsx";
import { useStableRows } from "./use-stable-rows.ts";

/** Height of a row in px: fixed, so that a list of ten thousand needs no measuring. */
const rowHeight = 64;

type Props = { rows: Conversation[]; listKey: string; hasMore: boolean; loadingMore: boolean; moreFailed: boolean; onMore: () => void };

export function RowList({ rows: incoming, listKey, hasMore, loadingMore, moreFailed, onMore }: Props) {
  const t = useTranslations("list");
  const { view, conversationId, open } = useInboxLocation();
  const { rows, pending, hold, release, apply } = useStableRows(incoming, listKey);
  const scroller = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState<string | null>(conversationId);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 6,
  });
  const items = virtualizer.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && !loadingMore && !moreFailed && last >= rows.length - 10) onMore();
  }, [hasMore, loadingMore, moreFailed, last, rows.length, onMore]);

  const lastPlace = useRef(0);
  const place = rows.findIndex((row) => row.id === (cursor ?? conversationId));
  if (place !== -1) lastPlace.current = place;

  const move = useCallback(
    (step: 1 | -1) => {
      const found = rows.findIndex((row) => row.id === (cursor ?? conversationId));
      // A row that has left (done, snoozed) leaves its place to the one below.
      const at = found === -1 ? lastPlace.current - (step === 1 ? 1 : 0) : found;
      const next = rows[Math.min(rows.length - 1, Math.max(0, at + step))];
      if (!next) return;
      setCursor(next.id);
      virtualizer.scrollToIndex(rows.indexOf(next), { align: "auto" });
      // The row may only just be on its way into the page.
      requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-conversation-id="${next.id}"]`)?.focus());
      if (conversationId) open(next.id);
    },
    [rows, cursor, conversationId, open, virtualizer],
  );
  useShortcut("next", () => move(1));
  useShortcut("previous", () => move(-1));
  useEffect(() => setCursor((now) => conversationId ?? now), [conversationId]);

  const tabStop = rows.some((row) => row.id === cursor) ? cursor : rows[0]?.id;
  return (
    <div className="relative h-full" onPointerEnter={hold} onPointerLeave={release}>
      {pending > 0 && (
        <button
          type="button"
          onClick={() => {
            apply();
            virtualizer.scrollToOffset(0);
          }}
          className="absolute inset-x-0 top-2 z-10 mx-auto flex h-7 w-fit items-center gap-1 rounded-full bg-accent px-3 font-medium text-on-accent text-sm shadow-popup"
        >
          <ArrowUp aria-hidden className="size-3.5" />
          {t("new", { count: pending })}
        </button>
      )}
      <div ref={scroller} className="h-full overflow-y-auto overscroll-contain">
        <ul className="relative" style={{ height: virtualizer.getTotalSize() }}>
          {items.map((item) => {
            const row = rows[item.index];
            if (!row) return null;
            return (
              <li
                key={item.key}
                aria-setsize={hasMore ? -1 : rows.length}
                aria-posinset={item.index + 1}
                className="absolute inset-x-0 top-0"
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <ConversationRow
                  conversation={row}
                  href={inboxPath(view, row.id)}
                  open={row.id === conversationId}
                  tabStop={row.id === tabStop}
                  onOpen={open}
                  onFocus={setCursor}
                />
              </li>
            );
          })}
        </ul>
        {moreFailed && (
          <p role="alert" className="flex items-center justify-center gap-2 p-3 text-danger text-sm">
            {t("moreFailed")}
            <button type="button" onClick={onMore} className="rounded-control px-2 py-0.5 font-medium text-accent-text hover:bg-hover">
              {t("retry")}
            </button>
          </p>
        )}
        {loadingMore && <p className="p-3 text-center text-muted text-sm">{t("loadingMore")}</p>}
      </div>
    </div>
  );
}
