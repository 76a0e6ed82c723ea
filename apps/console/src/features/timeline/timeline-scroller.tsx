"use client";
import { useVirtualizer } from "@tanstack/react-virtual";
import { ArrowDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { TimelineRow as Row } from "./build-rows.ts";
import { setGoTo } from "./go-to-item.ts";
import { heightsOf, keepHeights } from "./measured-heights.ts";
import { StickyDay } from "./sticky-day.tsx";
import type { TimelineContext } from "./timeline-context.ts";
import { TimelineRow } from "./timeline-row.tsx";
import { useGoToTarget } from "./use-go-to-target.ts";
import { useMessageKeys } from "./use-message-keys.ts";

/** Guesses until a row is measured, in px. */
const guess = { gap: 44, day: 44, new: 28, events: 32, note: 84, message: 64 } as const;

type Props = {
  /** What the heights of rows are remembered by. */
  place: string;
  rows: Row[];
  context: Omit<TimelineContext, "goTo" | "target" | "onTarget">;
  /** The item to go to as soon as it is loaded. */
  target: string | null;
  /** Goes to the first unread message where it is not loaded; null: there is none. */
  onUnread: (() => void) | null;
  hasOlder: boolean;
  loadingOlder: boolean;
  olderFailed: boolean;
  onOlder: () => void;
  /** What is on its way, after everything else. */
  footer: ReactNode[];
};

/** The scrolling part: only what is seen is in the page; it stands at the end and stays where it is when older pages come. */
export function TimelineScroller({ place, rows, context, target, onUnread, hasOlder, loadingOlder, olderFailed, onOlder, footer }: Props) {
  const t = useTranslations("timeline");
  const scroller = useRef<HTMLDivElement>(null);
  const count = rows.length + footer.length;
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => guess[rows[index]?.kind ?? "message"],
    getItemKey: (index) => rows[index]?.key ?? `pending-${index - rows.length}`,
    anchorTo: "end",
    followOnAppend: true,
    scrollEndThreshold: 80,
    overscan: 8,
    paddingStart: 12,
    paddingEnd: 12,
    initialMeasurementsCache: heightsOf(place),
  });
  useLayoutEffect(() => () => keepHeights(place, virtualizer.takeSnapshot()), [place, virtualizer]);
  const toEnd = useCallback(() => virtualizer.scrollToEnd(), [virtualizer]);
  useLayoutEffect(toEnd, [toEnd]);
  const noteScroll = useStayAtEnd(scroller, toEnd);

  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  useEffect(() => {
    if (hasOlder && !loadingOlder && !olderFailed && first < 12) onOlder();
  }, [hasOlder, loadingOlder, olderFailed, first, onOlder]);

  const goTo = (id: string) => {
    const index = rows.findIndex((row) => row.key === id);
    if (index === -1) return;
    virtualizer.scrollToIndex(index, { align: "center" });
    // At once, not when the scrolling is told of: until then the end would be held on to.
    noteScroll();
  };
  const bring = (index: number) => {
    virtualizer.scrollToIndex(index, { align: "auto" });
    noteScroll();
  };
  useMessageKeys({ scroller, rows, bring, toEnd, onUnread });
  const latestGoTo = useRef(goTo);
  latestGoTo.current = goTo;
  useEffect(() => setGoTo((id) => latestGoTo.current(id)), []);
  const onTarget = useGoToTarget(target, target !== null && rows.some((row) => row.key === target), latestGoTo);
  const { agentId, customerName, accountNames, reacts, find, fillingGap } = context;
  const latestGap = useRef(context.onGap);
  latestGap.current = context.onGap;
  const full = useMemo<TimelineContext>(
    () => ({
      ...{ agentId, customerName, accountNames, reacts, find, target, onTarget, fillingGap },
      goTo: (id) => latestGoTo.current(id),
      onGap: () => latestGap.current(),
    }),
    [agentId, customerName, accountNames, reacts, find, target, onTarget, fillingGap],
  );
  const atEnd = virtualizer.isAtEnd(120);
  const waiting = useWaiting(rows, atEnd);

  return (
    <>
      <div
        ref={scroller}
        data-scroller
        data-region-start
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard
        tabIndex={0}
        onScroll={noteScroll}
        className="h-full overflow-y-auto overscroll-contain outline-offset-[-2px]"
      >
        <div className="flex min-h-full flex-col justify-end">
          <div className="relative mx-auto w-full max-w-[760px]" style={{ height: virtualizer.getTotalSize() }}>
            {items.map((item) => {
              const row = rows[item.index];
              return (
                <div
                  key={item.key}
                  ref={virtualizer.measureElement}
                  data-index={item.index}
                  className="absolute inset-x-0 top-0 px-4"
                  style={{ transform: `translateY(${item.start}px)` }}
                >
                  {row ? <TimelineRow row={row} context={full} /> : footer[item.index - rows.length]}
                </div>
              );
            })}
          </div>
        </div>
      </div>
      {!loadingOlder && !olderFailed && <StickyDay rows={rows} first={virtualizer.range?.startIndex ?? 0} scrolling={virtualizer.isScrolling} />}
      {loadingOlder && (
        <p
          role="status"
          className="absolute inset-x-0 top-2 mx-auto w-fit animate-late rounded-full border border-line bg-raised px-3 text-muted text-sm"
        >
          {t("loadingOlder")}
        </p>
      )}
      {olderFailed && (
        <p
          role="alert"
          className="absolute inset-x-0 top-2 mx-auto flex w-fit items-center gap-2 rounded-full border border-line bg-raised ps-3 pe-1 text-danger text-sm"
        >
          {t("olderFailed")}
          <button type="button" onClick={onOlder} className="rounded-full px-2 py-0.5 font-medium text-accent-text hover:bg-hover">
            {t("retry")}
          </button>
        </p>
      )}
      {!atEnd && (
        <button
          data-floating
          type="button"
          onClick={toEnd}
          className="absolute inset-x-0 bottom-3 mx-auto flex h-8 w-fit items-center gap-1.5 rounded-full border border-line bg-raised px-3 font-medium text-sm shadow-popup hover:bg-hover"
        >
          <ArrowDown aria-hidden className="size-3.5" />
          {waiting > 0 ? t("newBelow", { count: waiting }) : t("latest")}
        </button>
      )}
    </>
  );
}

/** At the end within this many px counts as at the end. */
const nearEnd = 80;

/** Keeps the end in sight when the space shrinks, because the composer grows. Answers the handler for scroll events. */
function useStayAtEnd(scroller: RefObject<HTMLDivElement | null>, toEnd: () => void): () => void {
  const atEnd = useRef(true);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      if (atEnd.current) toEnd();
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller, toEnd]);
  return useCallback(() => {
    const element = scroller.current;
    if (element) atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < nearEnd;
  }, [scroller]);
}

/** How many rows have come at the end since the agent left it; what is loaded above is none of them. */
function useWaiting(rows: readonly Row[], atEnd: boolean): number {
  const last = rows.at(-1)?.key;
  const [left, setLeft] = useState(last);
  useEffect(() => {
    if (atEnd) setLeft(last);
  }, [atEnd, last]);
  const place = atEnd ? -1 : rows.findLastIndex((row) => row.key === left);
  return place === -1 ? 0 : rows.length - 1 - place;
}
