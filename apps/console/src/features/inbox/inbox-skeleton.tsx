"use client";
import { useTranslations } from "next-intl";
import { SkeletonRows } from "../../ui/skeleton.tsx";

/** The panes' outlines while the inbox loads. */
export function InboxSkeleton() {
  const t = useTranslations("ui");
  return (
    <div className="flex h-full">
      <div className="hidden w-52 border-line border-e min-[1360px]:block" />
      <div className="w-full border-line border-e bg-surface sm:w-80">
        <div className="h-12 border-line border-b" />
        <SkeletonRows rows={8} label={t("loading")} />
      </div>
      <div className="hidden flex-1 bg-surface sm:block" />
    </div>
  );
}
