"use client";
import type { TimelineItem } from "@onethread/core/api";
import { Reply, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "../../ui/icon-button.tsx";
import { useItemSummary } from "../timeline/use-item-summary.ts";

/** The message the reply will quote. */
export function QuoteStrip({ item, usable, onDrop }: { item: TimelineItem; usable: boolean; onDrop: () => void }) {
  const t = useTranslations("composer.quote");
  const summary = useItemSummary();
  return (
    <div className="mx-3 mb-1 flex items-center gap-2 rounded-control bg-hover py-0.5 ps-2.5 pe-0.5" data-testid="composer-quote">
      <Reply aria-hidden className="size-3.5 shrink-0 text-muted rtl:-scale-x-100" />
      <p className="min-w-0 flex-1 truncate text-muted">
        <span className="font-medium">{t("to", { name: item.author.name ?? t("message") })}</span> <bdi>{summary(item)}</bdi>
        {!usable && <span className="text-warning"> · {t("otherChannel")}</span>}
      </p>
      <IconButton size="small" label={t("drop")} onClick={onDrop}>
        <X aria-hidden className="size-4" />
      </IconButton>
    </div>
  );
}
