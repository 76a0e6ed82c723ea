"use client";
import { useCallback } from "react";
import { useOpenConversation, useOpenConversationId } from "../inbox/use-open-conversation.ts";
import { neighbourOf } from "../inbox-list/list-order.ts";
import { useAfterDone } from "./after-done.ts";

/**
 * Goes on to the next conversation when the open one is put away, as somebody likes it. `back` returns to it, unless
 * they have gone elsewhere meanwhile. Without effect on one that is not open.
 */
export function useAdvance(): (id: string) => { back: () => void } | undefined {
  const conversationId = useOpenConversationId();
  const open = useOpenConversation();
  const after = useAfterDone();
  return useCallback(
    (id) => {
      if (conversationId !== id || after === "stay") return undefined;
      const first = after === "previous" ? -1 : 1;
      const next = after === "list" ? null : (neighbourOf(id, first) ?? neighbourOf(id, first === 1 ? -1 : 1));
      open(next);
      return {
        back: () => {
          const now = window.location.pathname.split("/")[3];
          if ((now ?? null) === next) open(id);
        },
      };
    },
    [conversationId, open, after],
  );
}
