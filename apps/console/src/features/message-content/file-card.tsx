"use client";
import type { Attachment } from "@onethread/core/api";
import { Download } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { endingOf } from "./describe-attachment.ts";
import { fileSize } from "./file-size.ts";

/** A file with its name and size; pressing it downloads. */
export function FileCard({ attachment, url }: { attachment: Attachment; url: string }) {
  const t = useTranslations("content");
  const locale = useLocale();
  const name = attachment.name ?? t("file");
  const details = [endingOf(attachment), attachment.bytes === null ? "" : fileSize(attachment.bytes, locale)].filter(Boolean);
  return (
    <a
      href={url}
      download={attachment.name ?? ""}
      data-testid="file"
      className="my-1 flex w-72 max-w-full items-center gap-3 rounded-control border border-line bg-surface px-3 py-2 hover:bg-hover"
    >
      <span className="min-w-0 flex-1">
        <span className="sr-only">{t("download")} </span>
        <bdi className="block truncate font-medium">{name}</bdi>
        <span className="block text-muted text-sm">{details.join(" · ")}</span>
      </span>
      <Download aria-hidden className="size-4 shrink-0 text-muted" />
    </a>
  );
}
