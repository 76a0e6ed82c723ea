"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useSyncExternalStore } from "react";
import { keys } from "../../api/keys.ts";
import { takeDraft } from "../drafts/take-draft.ts";
import { useMe } from "../frame/me.tsx";
import { itemsOf, type TimelineData } from "../timeline/merge-newest-page.ts";
import { draftKeeper } from "./draft-keeper.ts";
import type { Mode } from "./draft-store.ts";

/** The draft of one mode: kept as it is typed, when the composer goes away, and on every device of the agent. */
export function useDraft(conversationId: string, mode: Mode) {
  const client = useQueryClient();
  const agentId = useMe().agent?.id ?? "";
  const keeper = useMemo(
    () => draftKeeper({ agentId, conversationId, mode }, (place, draft) => takeDraft(client, place, draft)),
    [client, agentId, conversationId, mode],
  );
  const { kept, theirs } = useSyncExternalStore(keeper.subscribe, keeper.get, keeper.get);
  const set = useCallback(
    (text: string) => {
      const begins = keeper.get().kept.text === "";
      const last = begins && itemsOf(client.getQueryData<TimelineData>(keys.timeline(conversationId))).findLast((item) => item.type === "message");
      keeper.set({ text, ...(last ? { sinceId: last.id } : {}) });
    },
    [keeper, client, conversationId],
  );
  /** Brings words back; what was begun meanwhile stays behind them. */
  const restore = useCallback(
    (words: string, sinceId: string | null) => {
      const { text } = keeper.get().kept;
      keeper.set({ text: text.trim() === "" ? words : `${words}\n\n${text}`, sinceId });
    },
    [keeper],
  );

  useEffect(() => {
    window.addEventListener("pagehide", keeper.save);
    window.addEventListener("online", keeper.save);
    return () => {
      window.removeEventListener("pagehide", keeper.save);
      window.removeEventListener("online", keeper.save);
      keeper.save();
    };
  }, [keeper]);
  return { ...kept, theirs, keeper, set, clear: keeper.clear, restore };
}
