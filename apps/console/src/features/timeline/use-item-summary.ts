"use client";
import type { TimelineItem } from "@onethread/core/api";
import { useTranslations } from "next-intl";

/** A message in a few words: what was written, else what kind it is. */
export function useItemSummary(): (item: TimelineItem) => string {
  const t = useTranslations("timeline");
  const kinds = useTranslations("list.kind");
  return (item) => {
    if (item.deletedAt) return t("deleted");
    return item.content.text?.replace(/\s+/g, " ").trim() || kinds(item.content.kind);
  };
}
