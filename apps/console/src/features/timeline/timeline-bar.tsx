"use client";
import type { Channel } from "@onethread/core";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "../../ui/button.tsx";
import { Segmented } from "../../ui/segmented.tsx";
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
      <Segmented
        label={t("scope")}
        keyShortcuts={ariaKeys(keymap.get("timelineScope"))}
        value={filter.scope}
        options={scopes}
        onChange={(scope) => change({ scope })}
      />
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
