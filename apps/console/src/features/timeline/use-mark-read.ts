"use client";
import type { Conversation, TimelineItem } from "@onethread/core/api";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { markRead } from "../../api/conversations.ts";
import { keys } from "../../api/keys.ts";
import { useMay } from "../frame/me.tsx";
import { changeRow, type ListData } from "../inbox-list/merge-first-page.ts";
import { useLooking } from "./use-looking.ts";

/** Tells the team that this conversation is read up to its newest item, but only while somebody looks at it. */
export function useMarkRead(conversationId: string, unread: number | undefined, items: readonly TimelineItem[]): void {
  const client = useQueryClient();
  const may = useMay("work_cases");
  const seen = useLooking();
  const newest = items.findLast((item) => item.type === "message" && item.direction === "inbound")?.id;
  const told = useRef<string | null>(null);
  useEffect(() => {
    if (!may || !seen || !unread || !newest || told.current === newest) return;
    told.current = newest;
    const clear = (row: Conversation): Conversation => ({ ...row, unread: 0 });
    markRead(conversationId, newest).then(
      () => {
        client.setQueryData<Conversation>(keys.conversation(conversationId), (old) => old && clear(old));
        client.setQueriesData<ListData>({ queryKey: [...keys.conversations, "list"] }, (old) => old && changeRow(old, conversationId, clear));
      },
      () => {
        told.current = null;
      },
    );
  }, [client, conversationId, may, seen, unread, newest]);
}
