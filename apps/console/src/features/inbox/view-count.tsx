"use client";
import { useTranslations } from "next-intl";

/** How many wait there. Nothing waiting is nothing to say. */
export function ViewCount({ count, more }: { count: number; more: boolean }) {
  const t = useTranslations("inbox");
  if (count <= 0) return null;
  return (
    <span className="tabular text-muted text-sm" data-testid="view-count">
      {more ? (
        <>
          <span aria-hidden>{count}+</span>
          <span className="sr-only">{t("atLeast", { count })}</span>
        </>
      ) : (
        count
      )}
    </span>
  );
}
