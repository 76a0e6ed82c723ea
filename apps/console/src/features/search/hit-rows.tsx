"use client";
import type { ConversationHit, CustomerHit, MessageHit } from "@onethread/core/api";
import { Lock, Paperclip } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useDates } from "../../i18n/use-dates.ts";
import { useNow } from "../../i18n/use-now.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { ChannelIcon } from "../../ui/channel-icon.tsx";
import { Marked } from "../../ui/marked.tsx";
import { StatusPill } from "../conversation/status-pill.tsx";
import { inboxPath, messagePath } from "../inbox/inbox-path.ts";

type HitProps = {
  href: string | null;
  id: string;
  name: ReactNode;
  person: string | null;
  at: string | null;
  side?: ReactNode;
  children?: ReactNode;
};

/** One hit: who, when, and what was found. The whole of it is a link. */
function Hit({ href, id, name, person, at, side, children }: HitProps) {
  const dates = useDates();
  const now = useNow();
  const inside = (
    <>
      <Avatar name={person} />
      <span className="flex min-w-0 flex-1 flex-col gap-0.5">
        <span className="flex items-center gap-2">
          <span dir="auto" className="min-w-0 truncate font-medium">
            {name}
          </span>
          {side}
          <span className="flex-1" />
          {at && (
            <time dateTime={at} title={dates.full(at)} className="tabular shrink-0 text-sm text-subtle">
              {dates.short(at, now)}
            </time>
          )}
        </span>
        {children}
      </span>
    </>
  );
  const look = "flex items-start gap-3 rounded-control px-2 py-3";
  return (
    <li data-testid="search-hit" data-hit-id={id}>
      {href ? (
        <Link data-hit href={href} prefetch={false} className={`${look} outline-offset-[-2px] hover:bg-hover`}>
          {inside}
        </Link>
      ) : (
        <div className={look}>{inside}</div>
      )}
    </li>
  );
}

export function CustomerHitRow({ hit }: { hit: CustomerHit }) {
  const t = useTranslations("list");
  return (
    <Hit
      href={hit.conversationId && inboxPath("all", hit.conversationId)}
      id={hit.id}
      person={hit.name}
      name={hit.name === null ? t("noName") : <Marked text={hit.name} marks={hit.marks} />}
      at={hit.lastSeenAt}
    >
      {hit.address && (
        <bdi className="truncate text-muted">
          <Marked text={hit.address.text} marks={hit.address.marks} />
        </bdi>
      )}
    </Hit>
  );
}

export function ConversationHitRow({ hit: { conversation, marks, message } }: { hit: ConversationHit }) {
  const t = useTranslations("list");
  const { customer } = conversation;
  return (
    <Hit
      href={message ? messagePath(conversation.id, message.id) : inboxPath("all", conversation.id)}
      id={conversation.id}
      person={customer.name}
      name={customer.name === null ? t("noName") : <Marked text={customer.name} marks={marks} />}
      at={message?.occurredAt ?? conversation.lastActivityAt}
      side={
        <span className="flex shrink-0 items-center gap-1.5">
          {conversation.channels.map((channel) => (
            <ChannelIcon key={channel} channel={channel} className="size-3" />
          ))}
          <StatusPill conversation={conversation} />
        </span>
      }
    >
      {message ? (
        <Said hit={message} />
      ) : (
        <span dir="auto" className="truncate text-muted">
          {conversation.lastMessage?.preview ?? (conversation.lastMessage && t(`kind.${conversation.lastMessage.kind}`))}
        </span>
      )}
    </Hit>
  );
}

export function MessageHitRow({ hit }: { hit: MessageHit }) {
  const t = useTranslations("list");
  return (
    <Hit
      href={messagePath(hit.conversationId, hit.id)}
      id={hit.id}
      person={hit.customer.name}
      name={hit.customer.name ?? t("noName")}
      at={hit.occurredAt}
      side={hit.channel && <ChannelIcon channel={hit.channel} className="size-3 shrink-0" />}
    >
      <Said hit={hit} />
    </Hit>
  );
}

/** What was said, by whom where it was not the customer. */
function Said({ hit }: { hit: MessageHit }) {
  const t = useTranslations("search");
  const by = hit.author.type === "customer" ? null : (hit.author.name ?? t("us"));
  return (
    <span className="text-muted [overflow-wrap:anywhere]">
      {hit.type === "note" && (
        <span className="me-1.5 inline-flex items-center gap-1 rounded-chip bg-note px-1.5 text-note-fg text-sm">
          <Lock aria-hidden className="size-3" />
          {t("note")}
        </span>
      )}
      {by && <span className="me-1">{t("by", { name: by })}</span>}
      {hit.hasAttachment && (
        <span className="me-1 inline-flex align-middle">
          <Paperclip aria-hidden className="size-3.5" />
          <span className="sr-only">{t("withFile")}</span>
        </span>
      )}
      {hit.text !== null && (
        <bdi className="line-clamp-3 text-fg">
          <Marked text={hit.text} marks={hit.marks} />
        </bdi>
      )}
    </span>
  );
}
