"use client";
import type { Channel } from "@onethread/core";
import type { Conversation } from "@onethread/core/api";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { useMe } from "../frame/me.tsx";
import { useTargetMessage } from "../inbox/use-target-message.ts";
import { useSeeMentions } from "../mentions/use-see-mentions.ts";
import { ScheduledItem } from "../scheduled/scheduled-item.tsx";
import { useScheduled } from "../scheduled/use-scheduled.ts";
import { buildRows } from "./build-rows.ts";
import { useNoteSeen } from "./last-seen.ts";
import { NewMessageStatus } from "./new-message-status.tsx";
import { PendingItem } from "./pending-item.tsx";
import { PinnedStrip } from "./pinned-strip.tsx";
import { TimelineBar } from "./timeline-bar.tsx";
import { TimelineScroller } from "./timeline-scroller.tsx";
import { useAccountNames } from "./use-account-names.ts";
import { useMarkRead } from "./use-mark-read.ts";
import { usePinKey } from "./use-pin-key.ts";
import { useReactingAccounts } from "./use-reacting-accounts.ts";
import { useTarget } from "./use-target.ts";
import { useTimeline } from "./use-timeline.ts";
import { useTimelineFilter } from "./use-timeline-filter.ts";
import { useUnreadMark } from "./use-unread-mark.ts";

type Props = {
  conversationId: string;
  unread: number | undefined;
  mention: Conversation["mention"];
  customerName: string | null;
  channels: readonly Channel[];
};

/** Everything that was said and done with this customer, on every channel, in order; or what one wants to see of it. */
export function Timeline({ channels, ...rest }: Props) {
  const shown = useTimelineFilter();
  return (
    <>
      <TimelineBar conversationId={rest.conversationId} channels={channels} shown={shown} />
      <PinnedStrip key={rest.conversationId} conversationId={rest.conversationId} onGo={shown.goToMessage} />
      <TimelineItems {...rest} shown={shown} />
    </>
  );
}

type ItemsProps = Omit<Props, "channels"> & { shown: ReturnType<typeof useTimelineFilter> };

function TimelineItems({ conversationId, unread, mention, customerName, shown }: ItemsProps) {
  const t = useTranslations("timeline");
  const filter = shown.asked;
  const timeline = useTimeline(conversationId, filter);
  const { items, newest, pending } = timeline;
  const scheduled = useScheduled(conversationId);
  const agentId = useMe().agent?.id ?? null;
  const accountNames = useAccountNames(conversationId);
  const reacts = useReactingAccounts(conversationId);
  useMarkRead(conversationId, unread, items);
  useNoteSeen(conversationId, items);
  useSeeMentions(conversationId, mention, items);
  const mark = useUnreadMark(conversationId, unread, items);
  const target = useTargetMessage();
  const { gap, fill, filling } = useTarget(conversationId, filter, target, timeline.data, shown.clear);
  const rows = useMemo(() => buildRows(items, { firstUnread: mark, behindGap: gap }), [items, mark, gap]);
  const find = useMemo(() => {
    const byId = new Map(items.map((item) => [item.id, item]));
    return (id: string) => byId.get(id);
  }, [items]);

  usePinKey(find);
  const place = filter ? `${conversationId} ${JSON.stringify(filter)}` : conversationId;

  if (timeline.isPending) return <TimelineSkeleton />;
  if (timeline.isError && items.length === 0) {
    return (
      <div className="min-h-0 flex-1">
        <ErrorState error={timeline.error} onRetry={() => void timeline.refetch()} />
      </div>
    );
  }
  return (
    <section aria-label={t("title")} data-testid="timeline" data-conversation={conversationId} className="relative min-h-0 flex-1">
      <NewMessageStatus items={newest} />
      {rows.length === 0 && pending.length + scheduled.length === 0 ? (
        <Nothing clear={filter && shown.clear} />
      ) : (
        <TimelineScroller
          key={place}
          place={place}
          rows={rows}
          context={{ agentId, customerName, accountNames, reacts, find, onGap: fill, fillingGap: filling }}
          target={target}
          onUnread={mark === null ? null : () => shown.goToMessage(mark)}
          hasOlder={timeline.hasNextPage}
          loadingOlder={timeline.isFetchingNextPage}
          olderFailed={timeline.isFetchNextPageError && !timeline.isFetchingNextPage}
          onOlder={() => void timeline.fetchNextPage()}
          footer={[
            ...pending.map((entry) => <PendingItem key={entry.item.id} entry={entry} />),
            ...scheduled.map((message) => <ScheduledItem key={message.id} message={message} />),
          ]}
        />
      )}
    </section>
  );
}

/** `clear`: something may be there that the filter hides. */
function Nothing({ clear }: { clear: (() => void) | null }) {
  const t = useTranslations("timeline");
  if (!clear) return <EmptyState title={t("empty")}>{t("emptyTimeline")}</EmptyState>;
  return (
    <EmptyState title={t("filter.empty")} action={<Button onClick={clear}>{t("filter.showAll")}</Button>}>
      {t("filter.emptyText")}
    </EmptyState>
  );
}

function TimelineSkeleton() {
  const t = useTranslations("timeline");
  return (
    <div role="status" aria-label={t("loading")} className="mx-auto flex w-full max-w-[760px] flex-1 flex-col justify-end gap-3 p-4">
      {[56, 40, 64, 48].map((width, index) => (
        <Skeleton key={width} className={`h-12 ${index % 2 ? "self-end" : ""}`} />
      ))}
    </div>
  );
}
