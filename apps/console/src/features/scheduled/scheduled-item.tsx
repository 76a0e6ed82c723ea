"use client";
import type { ScheduledMessage } from "@onethread/core/api";
import { CalendarClock, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ApiError } from "../../api/api-error.ts";
import { useDates } from "../../i18n/use-dates.ts";
import { Button } from "../../ui/button.tsx";
import { ChannelIcon } from "../../ui/channel-icon.tsx";
import { cn } from "../../ui/class-names.ts";
import { useErrorText } from "../../ui/use-error-text.ts";
import { useMay, useMe } from "../frame/me.tsx";
import { MessageContent } from "../message-content/message-content.tsx";
import { unsentItem } from "../timeline/unsent-item.ts";
import { ScheduleDialog } from "./schedule-dialog.tsx";
import { useScheduledActions } from "./use-scheduled.ts";

/** A reply that waits for its time, or whose time came and it could not go out. */
export function ScheduledItem({ message }: { message: ScheduledMessage }) {
  const t = useTranslations("scheduled");
  const dates = useDates();
  const errorText = useErrorText();
  const me = useMe().agent?.id;
  const mayReply = useMay("reply");
  const { now, move, cancel, busy } = useScheduledActions(message);
  const [moving, setMoving] = useState(false);
  const { channel, scheduledFor, author, error } = message;
  const failed = message.state === "failed";
  const reason = error ? errorText(new ApiError({ status: 422, ...error })) : "";
  const when = dates.appointment(scheduledFor);
  return (
    <div data-testid="scheduled-item" data-state={message.state} className="flex flex-col items-end pt-2">
      <div className="max-w-[85%] rounded-bubble border border-control border-dashed px-3 py-1.5">
        <MessageContent item={asItem(message)} />
      </div>
      <div
        role={failed ? "alert" : undefined}
        className={cn(
          "mt-1 flex max-w-[85%] flex-wrap items-center justify-end gap-1 px-1 text-sm",
          failed ? "rounded-control bg-danger-bg py-1 ps-2 text-danger" : "text-muted",
        )}
      >
        <ChannelIcon channel={channel} className="size-3" />
        {failed ? <TriangleAlert aria-hidden className="size-3.5 shrink-0" /> : <CalendarClock aria-hidden className="size-3.5 shrink-0" />}
        <span className="min-w-0 grow" title={dates.full(scheduledFor)}>
          {failed ? t("failed", { reason, date: when }) : author.id === me ? t("for", { date: when }) : t("forBy", { date: when, name: author.name })}
        </span>
        {mayReply && (
          <span className="flex gap-1">
            <Button size="small" className="h-6" disabled={busy} onClick={() => now.mutate()}>
              {t("sendNow")}
            </Button>
            <Button size="small" variant="quiet" className="h-6" disabled={busy} onClick={() => setMoving(true)}>
              {t("change")}
            </Button>
            <Button size="small" variant="quiet" className="h-6" disabled={busy} onClick={() => cancel.mutate()}>
              {t("cancel")}
            </Button>
          </span>
        )}
      </div>
      {moving && (
        <ScheduleDialog
          title={t("changeTitle")}
          initial={new Date(scheduledFor)}
          closesAt={null}
          busy={move.isPending}
          onPick={(at) => move.mutate(at, { onSuccess: () => setMoving(false) })}
          onClose={() => setMoving(false)}
        />
      )}
    </div>
  );
}

/** As the message it will be. */
const asItem = ({
  id,
  conversationId,
  channel,
  channelAccountId,
  identityId,
  author,
  scheduledFor,
  createdAt,
  content,
  attachments,
}: ScheduledMessage) =>
  unsentItem({
    id,
    conversationId,
    direction: "outbound",
    channel,
    channelAccountId,
    identityId,
    author: { type: "agent", ...author },
    occurredAt: scheduledFor,
    receivedAt: createdAt,
    content,
    attachments,
  });
