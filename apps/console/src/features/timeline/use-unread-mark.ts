"use client";
import type { TimelineItem } from "@onethread/core/api";
import { useEffect, useState } from "react";
import { getTimeline } from "../../api/messages.ts";
import { firstUnread } from "./build-rows.ts";

/**
 * The first unread message, also where it is not loaded yet; null: none, or not known. It stays the one it was when the
 * conversation was opened, although reading sets the count to zero.
 */
export function useUnreadMark(conversationId: string, unread: number | undefined, items: readonly TimelineItem[]): string | null {
  const [opened, setOpened] = useState<{ unread: number; mark: string | null } | null>(null);
  if (opened === null && unread !== undefined && items.length > 0) setOpened({ unread, mark: firstUnread(items, unread) });
  const beyond = opened !== null && opened.mark === null ? opened.unread : 0;
  useEffect(() => {
    if (beyond === 0) return;
    const left = new AbortController();
    getTimeline(conversationId, { unread: beyond, limit: 1 }, left.signal).then(
      ({ data }) => setOpened({ unread: beyond, mark: data[0]?.id ?? null }),
      // Only the mark is missing: everything else is there.
      () => undefined,
    );
    return () => left.abort();
  }, [conversationId, beyond]);
  return opened?.mark ?? null;
}
