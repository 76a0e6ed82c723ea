"use client";
import type { Attachment, ConversationFile } from "@onethread/core/api";
import { File, FileX, LoaderCircle, type LucideIcon, MessageSquareText, Mic, Video } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useDates } from "../../i18n/use-dates.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { downloadUrl, endingOf, shapeOf } from "../message-content/describe-attachment.ts";
import { fileSize } from "../message-content/file-size.ts";
import { useMissingText } from "../message-content/missing-file.tsx";

/** What is no picture, or not here: its name downloads it, or it says why it is not here. */
export function FileRow({ file: { attachment, occurredAt }, onShow }: { file: ConversationFile; onShow: () => void }) {
  const t = useTranslations("files");
  const content = useTranslations("content");
  const missingText = useMissingText();
  const locale = useLocale();
  const dates = useDates();
  const missing = shapeOf(attachment) === "missing";
  const name = attachment.name ?? (attachment.voice ? content("voice") : content(`kind.${attachment.kind}`));
  const Icon = iconOf(attachment);
  const details = [endingOf(attachment), attachment.bytes === null ? "" : fileSize(attachment.bytes, locale), dates.appointment(occurredAt)].filter(
    Boolean,
  );
  return (
    <li data-testid="file-row" className="flex items-center gap-2">
      <Icon
        aria-hidden
        className={`size-4 shrink-0 ${missing && attachment.state !== "pending" ? "text-danger" : "text-muted"} ${attachment.state === "pending" ? "motion-safe:animate-spin" : ""}`}
      />
      <div className="min-w-0 flex-1">
        {missing || !attachment.url ? (
          <>
            <bdi className="block truncate font-medium">{name}</bdi>
            <span className="block text-muted text-sm">
              {attachment.state === "pending" ? content("fetching", { name }) : missingText(attachment)}
            </span>
          </>
        ) : (
          <a
            href={downloadUrl(attachment.url)}
            download={attachment.name ?? ""}
            title={name}
            className="block rounded-control underline-offset-2 hover:underline"
          >
            <span className="sr-only">{content("download")} </span>
            <bdi className="block truncate font-medium">{name}</bdi>
            <span className="block truncate text-muted text-sm">{details.join(" · ")}</span>
          </a>
        )}
      </div>
      <IconButton label={t("show", { name })} size="small" onClick={onShow}>
        <MessageSquareText aria-hidden className="size-3.5" />
      </IconButton>
    </li>
  );
}

function iconOf(attachment: Attachment): LucideIcon {
  if (attachment.state === "pending") return LoaderCircle;
  const shape = shapeOf(attachment);
  return shape === "missing" ? FileX : shape === "video" ? Video : shape === "audio" ? Mic : File;
}
