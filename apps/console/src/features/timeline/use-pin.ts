"use client";
import type { TimelineItem } from "@onethread/core/api";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { pinItem } from "../../api/messages.ts";
import { useToasts } from "../../ui/toast.tsx";
import { useErrorText } from "../../ui/use-error-text.ts";
import { useMe } from "../frame/me.tsx";
import { placeInTimelines } from "./place-in-timelines.ts";

/** Pins an item, or unpins a pinned one: shown at once, undone when the server refuses. */
export function usePin(): (item: TimelineItem) => Promise<void> {
  const t = useTranslations("timeline.pin");
  const client = useQueryClient();
  const toasts = useToasts();
  const errorText = useErrorText();
  const { agent } = useMe();
  return async (item) => {
    const by = { type: "agent" as const, id: agent?.id ?? null, name: agent?.name ?? null };
    placeInTimelines(client, { ...item, pinned: item.pinned ? null : { at: new Date().toISOString(), by } });
    try {
      placeInTimelines(client, await pinItem(item.id, item.pinned === null));
    } catch (error) {
      placeInTimelines(client, item);
      toasts.add({ type: "error", title: t(item.pinned ? "notUnpinned" : "notPinned"), description: errorText(error) });
    }
  };
}
