"use client";
import { useTranslations } from "next-intl";
import { useDates } from "../../i18n/use-dates.ts";
import { useNow } from "../../i18n/use-now.ts";
import { Button } from "../../ui/button.tsx";
import type { useDraft } from "../composer/use-draft.ts";

/** Another device has written on: both drafts stay until the agent says which one. */
export function DraftConflict({ draft }: { draft: ReturnType<typeof useDraft> }) {
  const t = useTranslations("drafts");
  const dates = useDates();
  const now = useNow();
  const { theirs, keeper } = draft;
  if (!theirs) return null;
  return (
    <div role="alert" data-testid="draft-conflict" className="mx-3 mb-2 rounded-control bg-info-bg px-3 py-2 text-info">
      <p>{t("conflict", { span: dates.span(Math.max(0, now - Date.parse(theirs.updatedAt))) })}</p>
      <blockquote dir="auto" className="my-1.5 line-clamp-3 whitespace-pre-line border-current border-s-2 ps-2 text-fg">
        {theirs.text || t("filesOnly", { count: theirs.attachments.length })}
      </blockquote>
      <p className="flex gap-2">
        <Button size="small" onClick={keeper.useTheirs}>
          {t("useTheirs")}
        </Button>
        <Button size="small" variant="quiet" onClick={keeper.keepMine}>
          {t("keepMine")}
        </Button>
      </p>
    </div>
  );
}
