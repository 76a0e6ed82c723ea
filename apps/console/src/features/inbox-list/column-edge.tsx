"use client";
import type { WideColumn } from "@onethread/core";
import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import { useChangeOwnSettings, useOwnSettings } from "../own-settings/use-own-settings.ts";
import { narrowest, type Widths, widest, withWidth } from "./columns.ts";

/** How far one press of an arrow key goes, and one with Shift, in px at the usual font size. */
const [step, leap] = [8, 40];

type Props = { column: WideColumn; label: string; widths: Widths; onPreview: (widths: Widths) => void };
type Drag = { pointer: number; from: number; width: number; towards: 1 | -1; widths: Widths };

/**
 * The edge of a column's heading: dragged, or moved with the arrow keys, it makes the column wider or narrower. A double
 * click, or Enter, gives it its usual width again.
 */
export function ColumnEdge({ column, label, widths, onPreview }: Props) {
  const change = useChangeOwnSettings();
  const scale = useOwnSettings().fontSize / 100;
  const edge = useRef<HTMLDivElement>(null);
  const drag = useRef<Drag | null>(null);
  // What nobody chose is as wide as there is room; it is measured when somebody asks.
  const [measured, setMeasured] = useState<number | null>(null);
  // Two presses may come before the first is shown: the second goes on from there.
  const latest = useRef({ shown: widths, asked: widths });
  if (latest.current.shown !== widths) latest.current = { shown: widths, asked: widths };
  const now = (): number => latest.current.asked[column] ?? (edge.current?.parentElement?.getBoundingClientRect().width ?? 0) / scale;
  const rtl = () => edge.current !== null && getComputedStyle(edge.current).direction === "rtl";
  const set = (width: number | null) => {
    latest.current.asked = withWidth(latest.current.asked, column, width);
    change({ listColumnWidths: latest.current.asked });
  };

  const pressed = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Enter") return set(null);
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    event.preventDefault();
    const wider = (event.key === "ArrowRight") !== rtl();
    set(now() + (wider ? 1 : -1) * (event.shiftKey ? leap : step));
  };
  const begin = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { pointer: event.pointerId, from: event.clientX, width: now(), towards: rtl() ? -1 : 1, widths };
  };
  const move = (event: PointerEvent) => {
    const held = drag.current;
    if (held?.pointer !== event.pointerId) return;
    held.widths = withWidth(widths, column, held.width + ((event.clientX - held.from) * held.towards) / scale);
    onPreview(held.widths);
  };
  const end = (kept: boolean) => {
    const held = drag.current;
    drag.current = null;
    if (!held || held.widths === widths) return;
    if (kept) change({ listColumnWidths: held.widths });
    else onPreview(widths);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved
    <div
      ref={edge}
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuemin={narrowest}
      aria-valuemax={widest}
      aria-valuenow={Math.round(widths[column] ?? measured ?? narrowest)}
      tabIndex={0}
      onFocus={() => setMeasured(now())}
      onKeyDown={pressed}
      onPointerDown={begin}
      onPointerMove={move}
      onPointerUp={() => end(true)}
      onPointerCancel={() => end(false)}
      onDoubleClick={() => set(null)}
      className="group absolute inset-y-0 -end-2 z-[1] flex w-6 cursor-col-resize touch-none select-none items-center justify-center outline-none"
    >
      <span
        aria-hidden
        className="h-4 w-px bg-line transition-colors duration-100 group-hover:h-full group-hover:bg-accent group-focus-visible:h-full group-focus-visible:w-0.5 group-focus-visible:bg-accent group-active:h-full group-active:bg-accent"
      />
    </div>
  );
}
