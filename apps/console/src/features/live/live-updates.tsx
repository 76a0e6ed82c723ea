"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useMe } from "../frame/me.tsx";
import { takePresence } from "../presence/take-presence.ts";
import { applyNews } from "./apply-news.ts";
import { reportChanged } from "./changed.ts";
import { reportLive } from "./live-status.ts";
import { addNews, emptyBatch } from "./news-batch.ts";
import { joinLiveConnection } from "./shared-connection.ts";

/** News waits this long for company; long enough to gather a burst, too short to be felt. Milliseconds. */
const gathering = 60;
/** And under a steady flood the screen is refreshed about this often. Milliseconds. */
const pause = 300;

/** Keeps what is shown true while others work. Renders nothing. */
export function LiveUpdates() {
  const client = useQueryClient();
  const agentId = useMe().agent?.id ?? null;
  useEffect(() => {
    const stop = new AbortController();
    let batch = emptyBatch();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let busy = false;

    const flush = async () => {
      timer = undefined;
      if (busy) return;
      busy = true;
      const current = batch;
      batch = emptyBatch();
      // A failed refresh is shown by the query that failed; the next news or resync mends it.
      await applyNews(client, current, agentId).catch(() => undefined);
      reportChanged([...current.conversations]);
      await new Promise((resolve) => setTimeout(resolve, pause));
      busy = false;
      if (batch.resync || batch.kinds.size + batch.conversations.size + batch.drafts.size > 0 || batch.customers) schedule();
    };
    const schedule = () => {
      if (timer === undefined && !busy && !stop.signal.aborted) timer = setTimeout(() => void flush(), gathering);
    };

    joinLiveConnection((signal) => {
      if (signal.type === "state") return reportLive(signal.up);
      const news = signal.type === "changed" ? signal.news : null;
      if (news?.people && news.conversationId) return takePresence(client, { conversationId: news.conversationId, people: news.people });
      if (signal.type === "resync") batch.resync = true;
      else addNews(batch, signal.news);
      schedule();
    }, stop.signal);
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [client, agentId]);
  return null;
}
