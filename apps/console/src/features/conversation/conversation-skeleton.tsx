"use client";
import { useTranslations } from "next-intl";
import { Skeleton, SkeletonRows } from "../../ui/skeleton.tsx";

/** The outline of a conversation whose pane is on its way. */
export function ConversationSkeleton() {
  const t = useTranslations("ui");
  return (
    <div className="flex h-full flex-col bg-surface">
      <div className="flex h-12 items-center border-line border-b px-4">
        <Skeleton className="h-4 w-40" />
      </div>
      <SkeletonRows rows={6} label={t("loading")} />
    </div>
  );
}
