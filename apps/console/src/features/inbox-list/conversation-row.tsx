"use client";
import type { Conversation } from "@onethread/core/api";
import { AlarmClock, AtSign, Clock, Flag, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo, useState } from "react";
import { useCustomerName } from "../../i18n/use-customer-name.ts";
import { useDates } from "../../i18n/use-dates.ts";
import { useNow } from "../../i18n/use-now.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { ChannelIcon, channelText } from "../../ui/channel-icon.tsx";
import { cn } from "../../ui/class-names.ts";
import { useMe } from "../frame/me.tsx";
import { PresenceFaces } from "../presence/presence-faces.tsx";
import { previewOf } from "./preview.ts";
import { RowCheckbox } from "./row-checkbox.tsx";
import type { RowProps } from "./row-props.ts";
import { RowTools } from "./row-tools.tsx";
import { useRowClick } from "./use-row-click.ts";
import { useRowNotes } from "./use-row-notes.ts";

/** `compact`: one line instead of two. */
type Props = RowProps & { compact: boolean };

/** One conversation in the list: a link, with a box over the picture and tools over its end for the pointer. */
export const ConversationRow = memo(function ConversationRow(props: Props) {
  const { conversation, href, open, tabStop, compact, chosen, choosing, onOpen, onFocus, onChoose } = props;
  const marked = open || chosen === true;
  const [hovered, setHovered] = useState(false);
  const t = useTranslations("list");
  const dates = useDates();
  const now = useNow();
  const agentId = useMe().agent?.id ?? null;
  const notes = useRowNotes(conversation, now);
  const { customer, lastMessage, unread, channels } = conversation;
  const latest = lastMessage?.channel ?? channels[0];
  const shownName = useCustomerName()(customer, channels);
  const preview = previewOf(t, conversation, agentId);

  const click = useRowClick({ conversation, chosen, onOpen, onChoose });
  const name = (
    <span dir="auto" className={cn("truncate", unread > 0 ? "font-semibold" : "font-medium")}>
      {shownName}
    </span>
  );
  const said = (
    <span className={cn("flex min-w-0 flex-1 gap-1 overflow-hidden", unread > 0 ? "text-fg" : "text-muted")}>
      {preview.prefix && (
        <span className={cn("max-w-24 shrink-0 truncate", preview.own ? "font-medium text-accent-text" : marked ? "text-muted" : "text-subtle")}>
          {preview.prefix}
        </span>
      )}
      {/* Its own direction, so that it is the end of the text that is cut off, in every script. */}
      <span dir="auto" className="min-w-0 truncate">
        {preview.text}
      </span>
    </span>
  );
  const time = (
    <time
      dateTime={conversation.lastActivityAt}
      title={dates.full(conversation.lastActivityAt)}
      className={cn("tabular shrink-0 text-sm", marked ? "text-muted" : "text-subtle")}
    >
      {dates.short(conversation.lastActivityAt, now)}
    </time>
  );

  return (
    <div className="relative" onPointerEnter={() => setHovered(true)} onPointerLeave={() => setHovered(false)}>
      <a
        href={href}
        data-testid="conversation-row"
        data-conversation-id={conversation.id}
        data-unread={unread > 0}
        aria-current={open ? "true" : undefined}
        tabIndex={tabStop ? 0 : -1}
        data-region-start={tabStop || undefined}
        onClick={click}
        onFocus={() => onFocus(conversation.id)}
        className={cn(
          "relative flex items-center gap-2.5 border-line/60 border-b ps-4 pe-3 outline-offset-[-2px] hover:bg-hover",
          compact ? "h-11" : "h-16",
          marked && "bg-selected hover:bg-selected",
        )}
      >
        {notes.before && <span className="sr-only">{notes.before} </span>}
        {latest && (
          <span aria-hidden className={cn("absolute inset-y-0 start-0 w-[3px] bg-current", channelText[latest], !open && !unread && "opacity-45")} />
        )}
        <span aria-hidden className={cn("-ms-2 size-2 shrink-0 rounded-full", unread > 0 ? "bg-accent" : "bg-transparent")} />
        <Avatar name={customer.name} badge={latest && <ChannelIcon channel={latest} label={false} className="size-3" />} />
        {compact ? (
          <span className="flex min-w-0 flex-1 items-center gap-2">
            <span className="flex min-w-0 max-w-[45%]">{name}</span>
            {said}
            <PresenceFaces conversationId={conversation.id} />
            <RowChips conversation={conversation} now={now} marked={marked} compact />
            <span className="sr-only">{notes.after}</span>
            {time}
          </span>
        ) : (
          <span className="flex min-w-0 flex-1 flex-col gap-0.5">
            <span className="flex items-baseline gap-2">
              <span className="flex min-w-0 flex-1">{name}</span>
              {time}
            </span>
            <span className="flex items-center gap-2">
              {said}
              <PresenceFaces conversationId={conversation.id} />
              <RowChips conversation={conversation} now={now} marked={marked} />
              <span className="sr-only">{notes.after}</span>
            </span>
          </span>
        )}
      </a>
      {chosen !== null && (hovered || choosing) && (
        <RowCheckbox
          className="absolute inset-y-0 start-6.5 my-auto size-8 rounded-full bg-hover"
          name={shownName}
          checked={chosen}
          onChoose={(event) => onChoose(conversation.id, event)}
        />
      )}
      {hovered && !choosing && <RowTools conversation={conversation} />}
    </div>
  );
});

/** The marks at the end of the second line. All of it is in the row's accessible name, too. */
function RowChips({ conversation, now, marked, compact = false }: { conversation: Conversation; now: number; marked: boolean; compact?: boolean }) {
  const t = useTranslations("list");
  const dates = useDates();
  const { lastMessage, snoozedUntil, status, waitingOn, waitingSince, channels, assignee, unread, priority } = conversation;
  const failed = lastMessage?.deliveryStatus === "failed" || lastMessage?.deliveryStatus === "unknown";
  const waited = waitingOn === "us" && waitingSince ? now - Date.parse(waitingSince) : null;
  return (
    <span aria-hidden className="flex shrink-0 items-center gap-1.5">
      {conversation.mention === "new" && <AtSign className="size-3.5 text-accent-text" data-testid="row-mention" />}
      {failed && <TriangleAlert className="size-3.5 text-danger" />}
      {status === "snoozed" && (
        <span className="flex items-center gap-1 text-info text-sm">
          <AlarmClock className="size-3.5" />
          {snoozedUntil && dates.soon(snoozedUntil, now)}
        </span>
      )}
      {waited !== null && status === "open" && (
        <span
          title={t("waiting", { span: dates.span(waited) })}
          className={cn("tabular flex items-center gap-0.5 text-sm", waited > 3_600_000 ? "text-warning" : marked ? "text-muted" : "text-subtle")}
        >
          <Clock className="size-3" />
          {/* In one line the time beside it says nearly the same: the colour says the rest. */}
          {!compact && dates.age(waited)}
        </span>
      )}
      {priority !== "normal" && priority !== "low" && <Flag className={cn("size-3.5", priority === "urgent" ? "text-danger" : "text-warning")} />}
      {!compact && channels.length > 1 && (
        <span className="flex gap-0.5">
          {channels.map((channel) => (
            <ChannelIcon key={channel} channel={channel} label={false} className="size-3" />
          ))}
        </span>
      )}
      {unread > 1 && (
        <span dir="ltr" className="tabular rounded-full bg-accent px-1.5 text-on-accent text-xs">
          {unread > 99 ? "99+" : unread}
        </span>
      )}
      {assignee && <Avatar name={assignee.name} size="small" />}
    </span>
  );
}
