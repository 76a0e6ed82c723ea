"use client";
import { Paperclip } from "lucide-react";
import { useTranslations } from "next-intl";
import { type CannedReply, deleteCannedReply } from "../../api/canned-replies.ts";
import { keys } from "../../api/keys.ts";
import { ChannelIcon } from "../../ui/channel-icon.tsx";
import { EditAndDelete } from "../settings/edit-and-delete.tsx";

type Props = { reply: CannedReply; mayChange: boolean; onEdit: () => void };

export function CannedRow({ reply, mayChange, onEdit }: Props) {
  const t = useTranslations("canned");
  return (
    <li className="flex flex-wrap items-center gap-2 px-4 py-2" data-testid="canned-reply">
      <div className="min-w-48 flex-1">
        <p className="flex min-w-0 items-baseline gap-2">
          <span className="max-w-full shrink-0 truncate font-medium">/{reply.shortcut}</span>
          <span dir="auto" className="min-w-0 truncate">
            {reply.title}
          </span>
        </p>
        <p dir="auto" className="truncate text-muted text-sm">
          {reply.body}
        </p>
      </div>
      {reply.channels.length > 0 && (
        <span className="flex shrink-0 gap-1">
          {reply.channels.map((channel) => (
            <ChannelIcon key={channel} channel={channel} />
          ))}
        </span>
      )}
      {reply.attachments.length > 0 && (
        <span className="flex shrink-0 items-center gap-1 text-muted text-sm">
          <Paperclip aria-hidden className="size-3.5" />
          {t("fileCount", { count: reply.attachments.length })}
        </span>
      )}
      <span className="tabular shrink-0 text-muted text-sm">{t("uses", { count: reply.uses })}</span>
      {mayChange && (
        <EditAndDelete
          name={reply.shortcut}
          t={t}
          text={t(reply.own ? "deleteOwnText" : "deleteText")}
          staleKey={keys.cannedReplies}
          onEdit={onEdit}
          remove={() => deleteCannedReply(reply.id)}
        />
      )}
    </li>
  );
}
