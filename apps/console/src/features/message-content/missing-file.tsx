"use client";
import type { Attachment, TimelineItem } from "@onethread/core/api";
import { useQueryClient } from "@tanstack/react-query";
import { FileX, LoaderCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { retryAttachment } from "../../api/attachments.ts";
import { Button } from "../../ui/button.tsx";
import { useToasts } from "../../ui/toast.tsx";
import { useErrorText } from "../../ui/use-error-text.ts";
import { useMay } from "../frame/me.tsx";
import { placeInTimelines } from "../timeline/place-in-timelines.ts";

/** A file that is not here: still on its way, lost with a reason and a way to try again, or never there. */
export function MissingFile({ item, attachment }: { item: TimelineItem; attachment: Attachment }) {
  const t = useTranslations("content");
  const missingText = useMissingText();
  const name = attachment.name ?? t(`kind.${attachment.kind}`);
  if (attachment.state === "pending") {
    return (
      <div
        role="status"
        className={`my-1 flex ${attachment.kind === "image" || attachment.kind === "video" ? "h-24" : "h-14"} w-72 max-w-full items-center justify-center gap-2 rounded-control bg-surface/60 px-3 text-muted`}
      >
        <LoaderCircle aria-hidden className="size-4 motion-safe:animate-spin" />
        <span className="min-w-0 truncate">{t("fetching", { name })}</span>
      </div>
    );
  }
  if (attachment.state === "none") {
    return <p className="text-muted italic">{t(attachment.kind === "unsupported_type" ? "notPassedOn" : "noFile", { name })}</p>;
  }
  return (
    <div className="my-1 flex w-72 max-w-full items-start gap-2 rounded-control border border-line bg-surface px-3 py-2">
      <FileX aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />
      <div className="min-w-0 flex-1">
        <bdi className="block truncate font-medium">{name}</bdi>
        <p className="text-muted text-sm">{missingText(attachment)}</p>
        <FetchAgain item={item} attachment={attachment} />
      </div>
    </div>
  );
}

/** Why a file is not here, in a sentence. */
export function useMissingText(): (attachment: Attachment) => string {
  const t = useTranslations("content");
  return ({ state, error }) => {
    const key = `fileError.${error?.startsWith("refused_") ? "refused" : (error ?? state)}` as "fileError.failed";
    return t.has(key) ? t(key) : t(`fileError.${state === "expired" ? "expired" : "failed"}`);
  };
}

function FetchAgain({ item, attachment }: { item: TimelineItem; attachment: Attachment }) {
  const t = useTranslations("content");
  const client = useQueryClient();
  const toasts = useToasts();
  const errorText = useErrorText();
  const mayReply = useMay("reply");
  const [busy, setBusy] = useState(false);
  if (!mayReply) return null;
  const fetchAgain = async () => {
    setBusy(true);
    try {
      const fresh = await retryAttachment(attachment.id);
      const attachments = item.attachments.map((other) => (other.id === fresh.id ? fresh : other));
      placeInTimelines(client, { ...item, attachments });
    } catch (error) {
      toasts.add({ type: "error", title: t("fetchAgainFailed"), description: errorText(error) });
    }
    setBusy(false);
  };
  return (
    <Button size="small" busy={busy} onClick={() => void fetchAgain()} className="mt-1 h-6">
      {t("fetchAgain")}
    </Button>
  );
}
