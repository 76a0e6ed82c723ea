"use client";
import type { Channel } from "@onethread/core";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "../../ui/button.tsx";
import { cn } from "../../ui/class-names.ts";
import { ariaKeys } from "../keyboard/keymap.ts";
import { useKeymap } from "../keyboard/keymap-context.tsx";
import { useShortcut } from "../keyboard/use-shortcut.ts";
import { FilterPopover } from "./filter-popover.tsx";
import type { useTimelineFilter } from "./use-timeline-filter.ts";

type Props = { conversationId: string; channels: readonly Channel[]; shown: ReturnType<typeof useTimelineFilter> };

/** What of the timeline is shown: this case or everything, all of it or some. What is hidden is said, with the way back. */
export function TimelineBar({ conversationId, channels, shown }: Props) {
  const t = useTranslations("timeline.filter");
  const channelName = useTranslations("channels");
  const keymap = useKeymap();
  const { filter, change, clear } = shown;
  useShortcut("timelineScope", () => change({ scope: filter.scope === "case" ? null : "case" }));
  const scopes = [
    { value: null, label: t("everything") },
    { value: "case", label: t("thisCase") },
  ] as const;
  const parts = [
    ...filter.kinds.map((kind) => t(`kind.${kind}`)),
    ...filter.via.map((channel) => channelName(channel)),
    ...(filter.pinned ? [t("pinned")] : []),
  ];
  return (
    <div data-testid="timeline-bar" className="flex min-h-9 shrink-0 items-center gap-2 border-line border-b px-3">
      <div
        role="radiogroup"
        aria-label={t("scope")}
        aria-keyshortcuts={ariaKeys(keymap.get("timelineScope"))}
        className="flex shrink-0 rounded-control bg-hover p-0.5"
      >
        {scopes.map(({ value, label }) => (
          // biome-ignore lint/a11y/useSemanticElements: a segmented control; native radios cannot be pressed with one key and keep the field's focus
          <button
            key={label}
            type="button"
            role="radio"
            aria-checked={filter.scope === value}
            onClick={() => change({ scope: value })}
            className={cn(
              "h-6 rounded-chip px-2 font-medium text-sm",
              filter.scope === value ? "bg-raised text-fg shadow-sm" : "text-muted hover:text-fg",
            )}
          >
            {label}
          </button>
        ))}
      </div>
      <p role="status" className="min-w-0 flex-1 truncate text-end text-muted text-sm">
        {parts.length > 0 && t("only", { what: parts.join(", ") })}
      </p>
      {parts.length > 0 && (
        <Button size="small" variant="quiet" className="h-6" onClick={clear}>
          <X aria-hidden className="size-3.5" />
          {t("clear")}
        </Button>
      )}
      <FilterPopover conversationId={conversationId} channels={channels} shown={shown} />
    </div>
  );
}
