"use client";
import type { TimelineItem } from "@onethread/core/api";
import { FileQuestion, MousePointerClick, Paperclip } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkedText } from "./linked-text.tsx";

/** What a message holds. A kind that cannot be shown is named, never left empty. */
export function MessageContent({ item }: { item: TimelineItem }) {
  const t = useTranslations("timeline");
  const names = useTranslations("channels");
  const { content, attachments, channel, referral, deletedAt } = item;
  if (deletedAt) return <Labelled>{item.direction === "inbound" ? t("deletedByCustomer") : t("deletedByBusiness")}</Labelled>;
  return (
    <>
      {referral && (referral.headline || referral.source) && (
        <p className="mb-1 border-line border-b pb-1 text-muted text-sm">{t("referral", { from: referral.headline ?? referral.source ?? "" })}</p>
      )}
      {attachments.map((attachment) => (
        <Attachment key={attachment.id} attachment={attachment} />
      ))}
      {content.kind === "postback" && (
        <p className="flex items-center gap-1 text-muted text-sm">
          <MousePointerClick aria-hidden className="size-3.5" />
          {t("pressed")}
        </p>
      )}
      {content.kind === "unsupported" && (
        <Labelled icon={<FileQuestion aria-hidden className="size-4 shrink-0" />}>
          {t("unsupported", {
            channel: channel ? names(channel) : t("channel"),
            type: content.platformType ?? t("somethingElse"),
          })}
        </Labelled>
      )}
      {content.kind === "media_placeholder" && attachments.length === 0 && <Labelled>{t("mediaPlaceholder")}</Labelled>}
      {content.text !== null && content.text !== "" && <LinkedText text={content.text} />}
      {content.kind === "text" && !content.text && attachments.length === 0 && <Labelled>{t("emptyText")}</Labelled>}
    </>
  );
}

function Labelled({ icon, children }: { icon?: ReactNode; children: ReactNode }) {
  return (
    <p className="flex items-center gap-1.5 text-muted italic">
      {icon}
      {children}
    </p>
  );
}

function Attachment({ attachment }: { attachment: TimelineItem["attachments"][number] }) {
  const t = useTranslations("timeline");
  if (attachment.state === "ready" && attachment.url && attachment.kind === "image") {
    return (
      <a href={attachment.url} target="_blank" rel="noopener" className="block">
        <img src={attachment.url} alt={t("attachment.image")} loading="lazy" className="max-h-72 max-w-full rounded-control" />
      </a>
    );
  }
  const state = attachment.state === "ready" ? null : t(`attachmentState.${attachment.state}`);
  const name = t(`attachment.${attachment.kind}`);
  return (
    <p className="flex items-center gap-1.5">
      <Paperclip aria-hidden className="size-4 shrink-0" />
      {attachment.url && attachment.state === "ready" ? (
        <a href={attachment.url} className="text-accent-text underline" download>
          {name}
        </a>
      ) : (
        <span>{name}</span>
      )}
      {state && <span className="text-muted text-sm">{state}</span>}
    </p>
  );
}
