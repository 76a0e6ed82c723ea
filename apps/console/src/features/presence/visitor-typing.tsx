"use client";
import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { LiveSignal } from "../live/news.ts";
import { liveChannel } from "../live/shared-connection.ts";

/** Pages tell it every few seconds while somebody writes; after this long without they have stopped. Milliseconds. */
const holds = 8000;

/** A visitor of the website writes at this moment. What they then send takes its place. */
export function VisitorTyping({ conversationId }: { conversationId: string }) {
  const t = useTranslations("presence");
  const [writing, setWriting] = useState(false);
  useEffect(() => {
    // Whichever tab has the stream, its news comes by here.
    if (typeof BroadcastChannel === "undefined") return;
    const channel = new BroadcastChannel(liveChannel);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = (now: boolean) => {
      clearTimeout(timer);
      setWriting(now);
      if (now) timer = setTimeout(() => setWriting(false), holds);
    };
    channel.addEventListener("message", ({ data }: MessageEvent<LiveSignal | { type: "hello" }>) => {
      if (data.type !== "changed" || data.news.conversationId !== conversationId) return;
      if (data.news.kind === "visitor_typing") show(true);
      else if (data.news.kind === "conversation") show(false);
    });
    return () => {
      channel.close();
      clearTimeout(timer);
      setWriting(false);
    };
  }, [conversationId]);
  if (!writing) return null;
  return (
    <p data-testid="visitor-typing" className="flex items-center gap-2 px-3 py-1 text-muted text-sm">
      <Ellipsis aria-hidden className="size-3.5 shrink-0" />
      {t("visitor")}
    </p>
  );
}
