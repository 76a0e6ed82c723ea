"use client";
import type { ListColumn } from "@onethread/core";
import type { Conversation } from "@onethread/core/api";
import { AlarmClock, Flag, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Label } from "../../api/labels.ts";
import { useDates } from "../../i18n/use-dates.ts";
import { ChannelIcon } from "../../ui/channel-icon.tsx";
import { cn } from "../../ui/class-names.ts";
import { LabelChip } from "../../ui/label-chip.tsx";
import { useMe } from "../frame/me.tsx";
import { PresenceFaces } from "../presence/presence-faces.tsx";
import { previewOf } from "./preview.ts";

/** What ids mean. */
export type Named = { labels: ReadonlyMap<string, Label>; queues: ReadonlyMap<string, string> };

type Props = { column: ListColumn; conversation: Conversation; named: Named; now: number };

/** What one column tells of a conversation; nothing where there is nothing to tell. */
export function TableCell({ column, conversation, named, now }: Props) {
  const values = useTranslations("conditions.values");
  const dates = useDates();
  const time = (iso: string) => (
    <time dateTime={iso} title={dates.full(iso)} className="tabular">
      {dates.short(iso, now)}
    </time>
  );
  const { channels, assignee, queueId, labels, priority, status, snoozedUntil, waitingOn, waitingSince } = conversation;
  switch (column) {
    case "message":
      return <LastMessage conversation={conversation} />;
    case "channels":
      return (
        <span className="flex gap-1.5">
          {channels.map((channel) => (
            <ChannelIcon key={channel} channel={channel} />
          ))}
        </span>
      );
    case "assignee":
      return assignee && <bdi>{assignee.name}</bdi>;
    case "queue":
      return queueId && <bdi>{named.queues.get(queueId)}</bdi>;
    case "labels":
      return (
        <span className="flex gap-1 overflow-hidden">
          {labels.map((id) => {
            const label = named.labels.get(id);
            return label && <LabelChip key={id} name={label.name} color={label.color} />;
          })}
        </span>
      );
    case "priority":
      return (
        <span className="flex items-center gap-1.5">
          {(priority === "urgent" || priority === "high") && (
            <Flag aria-hidden className={cn("size-3.5 shrink-0", priority === "urgent" ? "text-danger" : "text-warning")} />
          )}
          {values(`priority.${priority}`)}
        </span>
      );
    case "waiting": {
      if (status !== "open" || waitingOn !== "us" || !waitingSince) return null;
      const waited = now - Date.parse(waitingSince);
      return <span className={cn("tabular", waited > 3_600_000 && "text-warning")}>{dates.span(waited)}</span>;
    }
    case "status":
      return (
        <span className="flex items-center gap-1.5">
          {status === "snoozed" && <AlarmClock aria-hidden className="size-3.5 shrink-0 text-info" />}
          {values(`status.${status}`)}
          {snoozedUntil && <span className="text-info">{dates.soon(snoozedUntil, now)}</span>}
        </span>
      );
    case "created":
      return time(conversation.createdAt);
    case "activity":
      return time(conversation.lastActivityAt);
  }
}

function LastMessage({ conversation }: { conversation: Conversation }) {
  const t = useTranslations("list");
  const preview = previewOf(t, conversation, useMe().agent?.id ?? null);
  const { lastMessage } = conversation;
  const failed = lastMessage?.deliveryStatus === "failed" || lastMessage?.deliveryStatus === "unknown";
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      {failed && (
        <>
          <TriangleAlert aria-hidden className="size-3.5 shrink-0 text-danger" />
          <span className="sr-only">{t("failed")}</span>
        </>
      )}
      {preview.prefix && <span className={cn("shrink-0", preview.own && "font-medium text-accent-text")}>{preview.prefix}</span>}
      <span dir="auto" className="min-w-0 flex-1 truncate">
        {preview.text}
      </span>
      <PresenceFaces conversationId={conversation.id} />
    </span>
  );
}
