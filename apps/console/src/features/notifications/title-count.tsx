"use client";
import { countedCondition } from "@onethread/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { type ConversationSet, countConversations } from "../../api/conversations.ts";
import { keys } from "../../api/keys.ts";
import { useOwnSettings } from "../own-settings/use-own-settings.ts";
import { badgeFavicon, keepBadgeLast } from "./favicon.ts";
import { withCount } from "./with-count.ts";

/** How many conversations wait for the agent, before the tab's title and on its icon. */
export function TitleCount() {
  const filter = countedCondition(useOwnSettings());
  const set: ConversationSet = { view: "all", ...(filter ? { filter } : {}) };
  const { data } = useQuery({
    queryKey: keys.conversationCount(set),
    queryFn: ({ signal }) => countConversations(set, signal),
    enabled: filter !== null,
  });
  const count = filter && data ? data.count : 0;
  const more = (filter && data?.more) || false;
  useEffect(() => {
    const show = () => {
      const title = withCount(document.title, count, more);
      if (title !== document.title) document.title = title;
      keepBadgeLast();
    };
    show();
    // Whoever names the tab after a screen need not know of the count.
    const watch = new MutationObserver(show);
    watch.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => watch.disconnect();
  }, [count, more]);
  useEffect(() => badgeFavicon(count), [count]);
  return null;
}
