"use client";
import { Pin } from "lucide-react";
import { useTranslations } from "next-intl";

/** Beside what is pinned. */
export function PinnedMark() {
  const t = useTranslations("timeline.pin");
  return (
    <span title={t("pinned")} className="inline-flex">
      <Pin aria-hidden className="size-3" />
      <span className="sr-only">{t("pinned")}</span>
    </span>
  );
}
