"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { onIdle } from "../../on-idle.ts";
import { conversationQuery } from "../conversation/use-conversation.ts";
import { timelineQuery } from "../timeline/timeline-query.ts";

/** How many conversations below the open one are fetched before anybody asks: the one after next is there while one reads. */
const ahead = 2;

/** Fetches what is likely to be opened next, when nothing else is to do: on `J` it stands in the same frame. */
export function useFetchAhead(order: readonly string[], openId: string | null): void {
  const client = useQueryClient();
  const at = openId === null ? -1 : order.indexOf(openId);
  const next = order.slice(at + 1, at + 1 + ahead).join(" ");
  useEffect(() => {
    let wanted = true;
    onIdle(() => {
      if (!wanted) return;
      for (const id of next.split(" ").filter(Boolean)) {
        void client.prefetchQuery(conversationQuery(id));
        void client.prefetchInfiniteQuery(timelineQuery(client, id));
      }
    });
    return () => {
      wanted = false;
    };
  }, [client, next]);
}
