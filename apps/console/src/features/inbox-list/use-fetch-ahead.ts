"use client";
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { type PointerEvent, useEffect } from "react";
import { onIdle } from "../../on-idle.ts";
import { conversationQuery } from "../conversation/use-conversation.ts";
import { timelineQuery } from "../timeline/timeline-query.ts";

/** How many conversations below the open one are fetched before anybody asks: the one after next is there while one reads. */
const ahead = 2;

function prefetch(client: QueryClient, id: string): void {
  // What takes longest, and is looked at, first.
  void client.prefetchInfiniteQuery(timelineQuery(client, id));
  void client.prefetchQuery(conversationQuery(id));
}

/**
 * Fetches what is likely to be opened next, when nothing else is to do: on `J` it stands in the same frame. Answers what to
 * call when the list is pressed: a row is asked for while the finger is still down.
 */
export function useFetchAhead(order: readonly string[], openId: string | null): (event: PointerEvent) => void {
  const client = useQueryClient();
  const at = openId === null ? -1 : order.indexOf(openId);
  const next = order.slice(at + 1, at + 1 + ahead).join(" ");
  useEffect(() => {
    let wanted = true;
    onIdle(() => {
      if (wanted) for (const id of next.split(" ").filter(Boolean)) prefetch(client, id);
    });
    return () => {
      wanted = false;
    };
  }, [client, next]);
  return ({ target, button }) => {
    const pressed = target instanceof Element ? target.closest<HTMLElement>("[data-conversation-id]")?.dataset.conversationId : undefined;
    if (pressed && button === 0) prefetch(client, pressed);
  };
}
