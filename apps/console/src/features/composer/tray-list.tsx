"use client";
import { FileText, RotateCw, X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { ApiError } from "../../api/api-error.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { useErrorText } from "../../ui/use-error-text.ts";
import { fileSize } from "../message-content/file-size.ts";
import { type TrayFile, tray } from "./tray.ts";

/** Files in a place: what they are, how far they are, and how to take one out again. */
export function TrayList({ place, files }: { place: string; files: readonly TrayFile[] }) {
  const t = useTranslations("composer.files");
  if (files.length === 0) return null;
  return (
    <ul aria-label={t("title")} className="flex flex-wrap gap-2 px-3 pb-2" data-testid="composer-files">
      {files.map((one) => (
        <TrayItem key={one.key} place={place} one={one} />
      ))}
    </ul>
  );
}

function TrayItem({ place, one }: { place: string; one: TrayFile }) {
  const t = useTranslations("composer.files");
  const locale = useLocale();
  const errorText = useErrorText();
  const { name, size, attachment, error } = one;
  const state = error !== null ? "failed" : attachment ? "ready" : one.waiting ? "waiting" : "uploading";
  return (
    <li
      data-state={state}
      className={`flex w-60 max-w-full items-center gap-2 rounded-control border bg-raised p-1.5 ${error === null ? "border-line" : "border-danger"}`}
    >
      {/* What calls itself a picture and is none, the server knows: it goes as a file. */}
      {one.previewUrl && (attachment === null || attachment.kind === "image") ? (
        <img src={one.previewUrl} alt="" className="size-10 shrink-0 rounded-chip object-cover" />
      ) : (
        <span className="flex size-10 shrink-0 items-center justify-center rounded-chip bg-hover">
          <FileText aria-hidden className="size-5 text-muted" strokeWidth={1.75} />
        </span>
      )}
      <span className="min-w-0 flex-1">
        <bdi className="block truncate font-medium">{name}</bdi>
        {state === "failed" && (
          <span role="alert" className="block text-danger text-sm">
            {error instanceof ApiError && error.details.length > 0 ? error.details.join(" ") : errorText(error)}
          </span>
        )}
        {state === "ready" && <span className="block text-muted text-sm">{fileSize(size, locale)}</span>}
        {state === "waiting" && (
          <span role="status" className="block text-muted text-sm">
            {t("waiting")}
          </span>
        )}
        {state === "uploading" && (
          <progress aria-label={t("progress", { name })} value={one.progress} max={1} className="block h-1.5 w-full accent-(--c-accent)" />
        )}
      </span>
      {state === "failed" && (
        <IconButton size="small" label={t("again", { name })} onClick={() => tray.again(place, one)}>
          <RotateCw aria-hidden className="size-4" />
        </IconButton>
      )}
      <IconButton size="small" label={t("remove", { name })} onClick={() => tray.remove(place, one)}>
        <X aria-hidden className="size-4" />
      </IconButton>
    </li>
  );
}
