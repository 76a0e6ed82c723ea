"use client";
import type { TimelineItem } from "@onethread/core/api";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { keys } from "../../api/keys.ts";
import { getMessage } from "../../api/messages.ts";
import type { TimelineContext } from "./timeline-context.ts";
import { useItemSummary } from "./use-item-summary.ts";

type Props = { replyTo: NonNullable<TimelineItem["replyTo"]>; context: TimelineContext };

/** What a message answers to. Pressing it goes there, when it is loaded; something older is read by itself. */
export function ReplyQuote({ replyTo, context }: Props) {
  const t = useTranslations("timeline");
  const summary = useItemSummary();
  const loaded = replyTo.messageId ? context.find(replyTo.messageId) : undefined;
  const { data: fetched } = useQuery({
    queryKey: keys.message(replyTo.messageId ?? ""),
    queryFn: () => getMessage(replyTo.messageId ?? ""),
    enabled: replyTo.messageId !== null && loaded === undefined,
  });
  const quoted = loaded ?? fetched;
  const text = quoted ? summary(quoted) : t("quotedEarlier");
  const body = (
    <span className="block truncate text-start">
      <span className="sr-only">{t("inReplyTo")}: </span>
      {quoted?.author.name && <span className="font-medium">{quoted.author.name}: </span>}
      <bdi>{text}</bdi>
    </span>
  );
  const className = "mb-1 block w-full max-w-full rounded-chip border-control border-s-2 bg-surface/60 px-2 py-0.5 text-muted text-sm";
  if (!loaded) return <span className={className}>{body}</span>;
  return (
    <button type="button" className={className} onClick={() => context.goTo(loaded.id)}>
      {body}
    </button>
  );
}
