"use client";
import { useDates } from "../../i18n/use-dates.ts";
import { useNow } from "../../i18n/use-now.ts";
import { cn } from "../../ui/class-names.ts";
import type { TimelineRow } from "./build-rows.ts";

type Props = { rows: readonly TimelineRow[]; first: number; scrolling: boolean };

/** Which day one is at while one scrolls, once its own line has gone out of sight. `first`: the uppermost row that is seen. */
export function StickyDay({ rows, first, scrolling }: Props) {
  const dates = useDates();
  const now = useNow();
  const day = rows[first]?.kind === "day" ? undefined : rows.slice(0, first).findLast((row) => row.kind === "day");
  if (day?.kind !== "day") return null;
  return (
    // Each message says its time itself.
    <p
      aria-hidden
      data-testid="sticky-day"
      className={cn(
        "pointer-events-none absolute inset-x-0 top-2 mx-auto w-fit rounded-full border border-line bg-raised px-3 text-muted text-sm transition-opacity duration-200",
        scrolling ? "opacity-100" : "opacity-0 delay-1000",
      )}
    >
      {dates.day(day.at, now)}
    </p>
  );
}
