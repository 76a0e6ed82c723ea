"use client";
import type { TimelineItem } from "@onethread/core/api";
import { useTranslations } from "next-intl";
import type { TimelineContext } from "./timeline-context.ts";

type Props = { replyTo: NonNullable<TimelineItem["replyTo"]>; context: TimelineContext };

/** What a message answers to. Pressing it goes there, when it is loaded. */
export function ReplyQuote({ replyTo, context }: Props) {
  const t = useTranslations("timeline");
  const quoted = replyTo.messageId ? context.find(replyTo.messageId) : undefined;
  const text = quoted?.deletedAt ? t("deleted") : quoted?.content.text;
  const body = (
    <span className="block truncate text-start">
      <span className="sr-only">{t("inReplyTo")}: </span>
      {quoted?.author.name && <span className="font-medium">{quoted.author.name}: </span>}
      <bdi>{text || t(quoted ? "quotedOther" : "quotedEarlier")}</bdi>
    </span>
  );
  const className = "mb-1 block w-full max-w-full rounded-chip border-control border-s-2 bg-surface/60 px-2 py-0.5 text-muted text-sm";
  if (!quoted) return <span className={className}>{body}</span>;
  return (
    <button type="button" className={className} onClick={() => context.goTo(quoted.id)}>
      {body}
    </button>
  );
}
