"use client";
import type { TimelineItem } from "@onethread/core/api";
import { useTranslations } from "next-intl";
import { useDates } from "../../i18n/use-dates.ts";
import { ChannelIcon } from "../../ui/channel-icon.tsx";
import { cn } from "../../ui/class-names.ts";
import { MessageContent } from "../message-content/message-content.tsx";
import { DeliveryMark } from "./delivery-mark.tsx";
import { DeliveryProblem } from "./delivery-problem.tsx";
import { MessageActions } from "./message-actions.tsx";
import { PinnedMark } from "./pinned-mark.tsx";
import { ReplyQuote } from "./reply-quote.tsx";
import type { TimelineContext } from "./timeline-context.ts";

type Props = { item: TimelineItem; first: boolean; last: boolean; context: TimelineContext };

/** A message of the customer (start) or of the business (end). */
export function MessageBubble({ item, first, last, context }: Props) {
  const outbound = item.direction === "outbound";
  const author = useAuthorText(item, context);
  const showAuthor = first && (outbound || item.author.name !== context.customerName);
  return (
    <div className={cn("group flex flex-col", outbound ? "items-end" : "items-start", first ? "pt-2" : "pt-0.5")}>
      {showAuthor && author && <p className="mb-0.5 px-1 text-muted text-sm">{author}</p>}
      <div className={cn("flex w-full items-center gap-1", outbound && "flex-row-reverse")}>
        <div
          className={cn(
            "min-w-0 max-w-[85%] rounded-bubble px-3 py-1.5",
            outbound ? "bg-bubble-out" : "bg-bubble-in",
            !first && (outbound ? "rounded-se-[2px]" : "rounded-ss-[2px]"),
            !last && (outbound ? "rounded-ee-[2px]" : "rounded-es-[2px]"),
          )}
        >
          {item.replyTo && <ReplyQuote replyTo={item.replyTo} context={context} />}
          <MessageContent item={item} />
        </div>
        <MessageActions item={item} context={context} />
      </div>
      <div className={cn("flex max-w-[85%] flex-col", outbound ? "items-end" : "items-start")}>
        {item.reactions.length > 0 && <Reactions reactions={item.reactions} />}
        <DeliveryProblem item={item} />
        <Meta item={item} full={last} context={context} />
      </div>
    </div>
  );
}

function Reactions({ reactions }: { reactions: TimelineItem["reactions"] }) {
  const t = useTranslations("timeline");
  return (
    <ul className="-mt-1 flex gap-1" data-testid="reactions">
      {reactions.map((reaction) => (
        <li
          key={`${reaction.by}-${reaction.emoji}`}
          title={t(`reactionBy.${reaction.by}`)}
          className="rounded-full border border-line bg-raised px-1.5 text-ui"
        >
          <span className="sr-only">{t(`reactionBy.${reaction.by}`)}: </span>
          {reaction.emoji}
        </li>
      ))}
    </ul>
  );
}

/** Channel, account, time, marks; under the last bubble of a group, and wherever there is something to mark. */
function Meta({ item, full, context }: { item: TimelineItem; full: boolean; context: TimelineContext }) {
  const t = useTranslations("timeline");
  const dates = useDates();
  const marked = item.late || item.editedAt !== null || item.pinned !== null;
  if (!full && !marked) return <span className="sr-only">{dates.time(item.occurredAt)}</span>;
  const account = item.channelAccountId ? context.accountNames.get(item.channelAccountId) : undefined;
  return (
    <p className="mt-0.5 flex max-w-full items-center gap-1 px-1 text-sm text-subtle">
      {item.channel && <ChannelIcon channel={item.channel} className="size-3" />}
      {account && (
        <>
          <bdi className="truncate">{account}</bdi>
          <span aria-hidden>·</span>
        </>
      )}
      <time dateTime={item.occurredAt} title={dates.full(item.occurredAt)} className="tabular whitespace-nowrap">
        {dates.time(item.occurredAt)}
      </time>
      {item.editedAt && <span title={dates.full(item.editedAt)}>· {t("edited")}</span>}
      {item.late && <span title={t("lateText", { received: dates.full(item.receivedAt) })}>· {t("late")}</span>}
      {item.pinned && <PinnedMark />}
      {item.delivery && <DeliveryMark item={item} delivery={item.delivery} />}
    </p>
  );
}

function useAuthorText({ author, content }: TimelineItem, context: TimelineContext): string {
  const t = useTranslations("timeline");
  const { type, id, name } = author;
  if (type === "business") {
    const from = content.sentFrom;
    const place = from === "phone_app" || from === "page_inbox" ? t(`sentFrom.${from}`) : from ? t("sentFrom.app") : t("business");
    return name ? t("businessAs", { name, place }) : place;
  }
  if (type === "bot") return name ?? t("bot");
  if (type === "agent") return id !== null && id === context.agentId ? t("you") : (name ?? t("agent"));
  return name ?? "";
}
