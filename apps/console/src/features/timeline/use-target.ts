"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { keys } from "../../api/keys.ts";
import { getTimeline } from "../../api/messages.ts";
import { useToasts } from "../../ui/toast.tsx";
import { useErrorText } from "../../ui/use-error-text.ts";
import type { TimelineData } from "./merge-newest-page.ts";
import type { AskedFilter } from "./timeline-filter.ts";
import { behindGap, fillGap, gapCursor, insertAround } from "./timeline-gap.ts";

/**
 * Sees to it that the item which the address names is loaded, with what stands around it. What lies between there and the
 * newest items is a gap, filled on demand. `onHidden`: the item is there, but the filter does not show it.
 */
export function useTarget(
  conversationId: string,
  filter: AskedFilter | null,
  target: string | null,
  data: TimelineData | undefined,
  onHidden: () => void,
) {
  const t = useTranslations("timeline");
  const client = useQueryClient();
  const toasts = useToasts();
  const errorText = useErrorText();
  const [filling, setFilling] = useState(false);
  const asked = useRef<string | null>(null);
  const queryKey = keys.timeline(conversationId, filter);
  const change = (how: (old: TimelineData) => TimelineData) => client.setQueryData<TimelineData>(queryKey, (old) => old && how(old));
  const failed = (error: unknown) => toasts.add({ type: "error", title: t("targetFailed"), description: errorText(error) });

  const missing = target !== null && data !== undefined && !data.pages.some((page) => page.data.some((item) => item.id === target));
  useEffect(() => {
    if (!missing || asked.current === target) return;
    asked.current = target;
    getTimeline(conversationId, { around: target, ...filter }).then((page) => {
      if (filter && !page.data.some((item) => item.id === target)) {
        asked.current = null;
        onHidden();
        return;
      }
      change((old) => insertAround(old, target, page));
      // It may be asked for again: an older page that was under way meanwhile does not know of it, and takes it away.
      asked.current = null;
    }, failed);
  });

  const fill = () => {
    const after = gapCursor(data);
    if (after === null) return;
    setFilling(true);
    getTimeline(conversationId, { after, ...filter })
      .then((page) => change((old) => fillGap(old, page)), failed)
      .finally(() => setFilling(false));
  };
  return { gap: behindGap(data), fill, filling };
}
