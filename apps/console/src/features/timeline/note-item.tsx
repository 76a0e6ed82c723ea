"use client";
import type { TimelineItem } from "@onethread/core/api";
import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDates } from "../../i18n/use-dates.ts";
import { NoteText } from "../mentions/note-text.tsx";
import { MessageMenu } from "./message-menu.tsx";
import { PinButton } from "./pin-button.tsx";
import { PinnedMark } from "./pinned-mark.tsx";

/** A note among colleagues, on a surface that cannot be taken for a message. */
export function NoteItem({ item, agentId }: { item: TimelineItem; agentId: string | null }) {
  const t = useTranslations("timeline");
  const dates = useDates();
  const author = item.author.id !== null && item.author.id === agentId ? t("you") : (item.author.name ?? t("agent"));
  return (
    <div className="group pt-2">
      <div className="rounded-panel border border-note-line border-dashed bg-note px-3 py-2 text-note-fg">
        <p className="mb-0.5 flex items-center gap-1.5 text-sm">
          <Lock aria-hidden className="size-3" />
          <span className="font-medium">{author}</span>
          <span>{t("noteBadge")}</span>
          {item.pinned && <PinnedMark />}
          <time dateTime={item.occurredAt} title={dates.full(item.occurredAt)} className="tabular ms-auto">
            {dates.time(item.occurredAt)}
          </time>
          <span
            data-message-actions
            className="-my-1 flex in-focus-visible:opacity-100 opacity-0 focus-within:opacity-100 group-hover:opacity-100 has-data-popup-open:opacity-100 [@media(hover:none)]:opacity-100"
          >
            <PinButton item={item} />
            <MessageMenu item={item} />
          </span>
        </p>
        {item.deletedAt ? <p className="italic">{t("noteTakenBack")}</p> : <NoteText content={item.content} />}
      </div>
    </div>
  );
}
