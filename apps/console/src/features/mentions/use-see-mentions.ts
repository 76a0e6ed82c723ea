"use client";
import type { Conversation, TimelineItem } from "@onethread/core/api";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { keys } from "../../api/keys.ts";
import { seeMentions } from "../../api/mentions.ts";
import { useMe } from "../frame/me.tsx";
import { changeRow, type ListData } from "../inbox-list/merge-first-page.ts";
import { useLooking } from "../timeline/use-looking.ts";

/** What mentions the agent is seen when the note is there to be read and somebody looks; what is not loaded yet stays new. */
export function useSeeMentions(conversationId: string, mention: Conversation["mention"], items: readonly TimelineItem[]): void {
  const client = useQueryClient();
  const looks = useLooking();
  const me = useMe().agent?.id;
  const newest = items.findLast(({ content }) => content.mentions?.some(({ id }) => id === me))?.id;
  const told = useRef<string | null>(null);
  useEffect(() => {
    if (!looks || mention !== "new" || !newest || told.current === newest) return;
    told.current = newest;
    seeMentions(conversationId, newest).then(
      () => {
        const seen = (row: Conversation): Conversation => ({ ...row, mention: "seen" });
        client.setQueryData<Conversation>(keys.conversation(conversationId), (old) => old && seen(old));
        client.setQueriesData<ListData>({ queryKey: [...keys.conversations, "list"] }, (old) => old && changeRow(old, conversationId, seen));
        void client.invalidateQueries({ queryKey: keys.viewCounts });
      },
      () => {
        told.current = null;
      },
    );
  }, [client, conversationId, mention, looks, newest]);
}
