"use client";
import type { Case } from "@onethread/core/api";
import { useQuery } from "@tanstack/react-query";
import { MessageSquareText } from "lucide-react";
import { useTranslations } from "next-intl";
import { keys } from "../../api/keys.ts";
import { getTimeline } from "../../api/messages.ts";
import { useDates } from "../../i18n/use-dates.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { useItemSummary } from "../timeline/use-item-summary.ts";

/** What is said in a case, without events: who looks into it wants to know what it was about. */
const said = "message,note";
/** The end of it; more stands in the conversation. */
const most = 30;

type Props = { conversationId: string; of: Case; title: string; onClose: () => void; onShow: (itemId: string) => void };

/** A past case at a glance, beside what one is at. */
export function CasePeek({ conversationId, of, title, onClose, onShow }: Props) {
  const t = useTranslations("details");
  const dates = useDates();
  const summary = useItemSummary();
  const filter = { case: of.id, kinds: said };
  const { data, isError, error, refetch } = useQuery({
    queryKey: [...keys.timeline(conversationId, filter), "peek"],
    queryFn: ({ signal }) => getTimeline(conversationId, { ...filter, limit: most }, signal),
  });
  const items = data?.data ?? [];
  const first = items[0];
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      testId="case-peek"
      footer={
        first && (
          <Button
            variant="primary"
            onClick={() => {
              onClose();
              onShow(first.id);
            }}
          >
            <MessageSquareText aria-hidden className="size-4" />
            {t("showCase")}
          </Button>
        )
      }
    >
      {isError && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !isError && <Skeleton className="h-32" />}
      {data && items.length === 0 && <p className="pb-2 text-muted">{t("caseEmpty")}</p>}
      {data?.page.prev && <p className="pb-2 text-muted text-sm">{t("caseEarlier")}</p>}
      <ol className="flex flex-col gap-2 pb-2">
        {items.map((item) => (
          <li key={item.id} className={item.type === "note" ? "rounded-panel bg-note px-2 py-1 text-note-fg" : "px-2"}>
            <p className="flex items-baseline gap-2 text-sm">
              <bdi className="min-w-0 truncate font-medium">{item.author.name ?? t(item.direction === "inbound" ? "customer" : "us")}</bdi>
              <time
                dateTime={item.occurredAt}
                title={dates.full(item.occurredAt)}
                className={item.type === "note" ? "shrink-0" : "shrink-0 text-subtle"}
              >
                {dates.appointment(item.occurredAt)}
              </time>
            </p>
            <p dir="auto" className="line-clamp-4 break-words">
              {summary(item)}
            </p>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
