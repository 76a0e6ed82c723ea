"use client";
import type { Conversation } from "@onethread/core/api";
import { useVirtualizer } from "@tanstack/react-virtual";
import { ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { type MouseEvent, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { focusWhenThere } from "../../focus-when-there.ts";
import { putOff } from "../../put-off.tsx";
import { selectTo, toggleSelected, useSelection } from "../bulk/selection.ts";
import { useMay } from "../frame/me.tsx";
import { inboxPath } from "../inbox/inbox-path.ts";
import { useOpenConversation, useOpenConversationId } from "../inbox/use-open-conversation.ts";
import { usePlace } from "../inbox/use-place.ts";
import { useShortcut } from "../keyboard/use-shortcut.ts";
import { useOwnSettings } from "../own-settings/use-own-settings.ts";
import { rowHeights, useDensity } from "./density.ts";
import { tableHeadHeight, tableRowHeight, useAsTable } from "./layout.ts";
import { ListLines } from "./list-lines.tsx";
import { setListOrder } from "./list-order.ts";
import type { RowProps } from "./row-props.ts";
import { useFetchAhead } from "./use-fetch-ahead.ts";
import { useLines } from "./use-lines.ts";
import { useListEnds } from "./use-list-ends.ts";
import { useRowKeys } from "./use-row-keys.ts";
import { useStableRows } from "./use-stable-rows.ts";

const SnoozeDialog = putOff(() => import("../conversation/snooze-dialog.tsx").then((module) => module.SnoozeDialog));

const TableLines = putOff(() => import("./table-lines.tsx").then((module) => module.TableLines));

type Props = {
  rows: Conversation[];
  listKey: string;
  hasMore: boolean;
  loadingMore: boolean;
  moreFailed: boolean;
  onMore: () => void;
  /** Shown when there is nothing, not even a trace. */
  empty: ReactNode;
};

export function RowList({ rows: incoming, listKey, hasMore, loadingMore, moreFailed, onMore, empty }: Props) {
  const t = useTranslations("list");
  const place = usePlace();
  const conversationId = useOpenConversationId();
  const open = useOpenConversation();
  const selection = useSelection(listKey);
  const choosing = selection.ids.size > 0;
  const mayChoose = useMay("work_cases");
  const { rows, pending, hold, release, apply } = useStableRows(incoming, listKey, choosing);
  const lines = useLines(rows);
  const density = useDensity();
  const asTable = useAsTable();
  const scale = useOwnSettings().fontSize / 100;
  const height = (asTable ? tableRowHeight : rowHeights[density]) * scale;
  const head = asTable ? tableHeadHeight * scale : 0;
  const Lines = asTable ? TableLines : ListLines;
  const scroller = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState<string | null>(conversationId);
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    getItemKey: (index) => lines[index]?.conversation.id ?? index,
    overscan: 6,
    scrollMargin: head,
    scrollPaddingStart: head,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: sizes are remembered, and another density has others
  useEffect(() => virtualizer.measure(), [height]);
  const items = virtualizer.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && !loadingMore && !moreFailed && last >= lines.length - 10) onMore();
  }, [hasMore, loadingMore, moreFailed, last, lines.length, onMore]);
  const order = useMemo(() => rows.map(({ id }) => id), [rows]);
  useEffect(() => setListOrder(order), [order]);
  const fetchPressed = useFetchAhead(order, conversationId);

  const lastPlace = useRef(0);
  const at = order.indexOf(cursor ?? conversationId ?? "");
  if (at !== -1) lastPlace.current = at;
  const focusRow = useCallback(
    (id: string) => {
      virtualizer.scrollToIndex(
        lines.findIndex((line) => line.conversation.id === id),
        { align: "auto" },
      );
      focusWhenThere(() => scroller.current?.querySelector<HTMLElement>(`[data-conversation-id="${id}"]`));
    },
    [lines, virtualizer],
  );
  const move = useCallback(
    (step: 1 | -1): string | null => {
      const found = order.indexOf(cursor ?? conversationId ?? "");
      // A row that has left (done, snoozed) leaves its place to the one below.
      const from = found === -1 ? lastPlace.current - (step === 1 ? 1 : 0) : found;
      const next = order[Math.min(order.length - 1, Math.max(0, from + step))];
      if (!next) return null;
      setCursor(next);
      focusRow(next);
      return next;
    },
    [order, cursor, conversationId, focusRow],
  );
  const go = (step: 1 | -1) => {
    const next = move(step);
    if (next && conversationId) open(next);
  };
  useListEnds(scroller, order, (id) => {
    setCursor(id);
    focusRow(id);
  });
  useShortcut("next", () => go(1));
  useShortcut("previous", () => go(-1));
  const rowKeys = useRowKeys({ listKey, rows, cursor, openId: conversationId, move });
  useEffect(() => setCursor((now) => conversationId ?? now), [conversationId]);
  const tabStop = rows.some((row) => row.id === cursor) ? cursor : rows[0]?.id;

  const choose = useCallback(
    (id: string, event: Pick<MouseEvent, "shiftKey">) => (event.shiftKey ? selectTo(listKey, order, id, cursor) : toggleSelected(listKey, id)),
    [listKey, order, cursor],
  );

  const rowOf = (conversation: Conversation): RowProps => ({
    conversation,
    href: inboxPath(place, conversation.id),
    open: conversation.id === conversationId,
    tabStop: conversation.id === tabStop,
    chosen: mayChoose ? selection.ids.has(conversation.id) : null,
    choosing,
    onOpen: open,
    onFocus: setCursor,
    onChoose: choose,
  });

  return (
    <div className="relative h-full" onPointerEnter={hold} onPointerLeave={release}>
      {pending > 0 && (
        <button
          data-floating
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
      <div ref={scroller} onPointerDown={fetchPressed} className="h-full overflow-y-auto overscroll-contain" data-testid="row-list">
        {lines.length === 0 && empty}
        {lines.length > 0 && (
          <Lines
            lines={lines}
            items={items}
            total={virtualizer.getTotalSize()}
            size={hasMore ? -1 : lines.length}
            height={height}
            head={head}
            rowOf={rowOf}
          />
        )}
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
      {rowKeys.snoozing && <SnoozeDialog onClose={rowKeys.stopSnoozing} onPick={rowKeys.snooze} />}
    </div>
  );
}
